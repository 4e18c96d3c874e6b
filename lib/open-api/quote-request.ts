import { z } from "zod";
import { MAX_TERM, calendarDateSchema, fenSchema, fundingSchema } from "@/lib/quote/schema";

const nameSchema = z.string().min(1).max(200);
const PRODUCT_KEYS = ["shop", "product", "sku"] as const;
const PRICE_KEYS = ["cashPriceFen", "installmentPriceFen", "financedFen", "upfrontFeeFen", "addOnsFen"] as const;
const CARD_KEYS = ["rateCard", "funding"] as const;

/** One object with two sides, rather than a union, so that every problem is named at its field. */
export const quoteRequestSchema = z
  .strictObject({
    shop: nameSchema.optional(),
    product: nameSchema.optional(),
    sku: nameSchema.optional(),
    cashPriceFen: fenSchema.optional(),
    installmentPriceFen: fenSchema.optional(),
    financedFen: fenSchema.optional(),
    upfrontFeeFen: fenSchema.optional(),
    addOnsFen: fenSchema.optional(),
    term: z.int().min(1).max(MAX_TERM),
    orderDate: calendarDateSchema.optional(),
    offer: nameSchema.optional(),
    rateCard: nameSchema.optional(),
    funding: fundingSchema.optional(),
  })
  .superRefine((request, ctx) => {
    const given = <Key extends keyof typeof request>(keys: readonly Key[]) => keys.filter((key) => request[key] !== undefined);
    const refuse = (path: string, code: string) => ctx.addIssue({ code: "custom", path: [path], params: { code }, message: code });
    const ofProduct = given(PRODUCT_KEYS);
    if (ofProduct.length > 0) {
      for (const key of given(PRICE_KEYS)) refuse(key, "not-with-product");
      if (request.shop === undefined) refuse("shop", "required");
      if (request.product === undefined) refuse("product", "required");
    } else if (request.cashPriceFen === undefined) refuse("cashPriceFen", "required");
    if (request.offer !== undefined) for (const key of given(CARD_KEYS)) refuse(key, "not-with-offer");
  });

export type QuoteRequest = z.output<typeof quoteRequestSchema>;
