import { z } from "zod";
import { MAX_TERM, calendarDateSchema, fenSchema } from "@/lib/quote/schema";
import { COPY_LENGTH_MAX, type CopyToCheck } from "./check-copy";
import { factsOfOffer, factsOfQuote, type QuoteFacts } from "./quote-facts";

const offerSchema = z
  .strictObject({ amountFen: fenSchema, term: z.int().min(1).max(MAX_TERM), consumerFeeTotalFen: fenSchema, cashDiscountFen: fenSchema.optional() })
  .refine(({ amountFen }) => amountFen > 0, { path: ["amountFen"], params: { code: "not-positive" }, error: "Not positive" })
  .refine(({ amountFen, cashDiscountFen = 0 }) => cashDiscountFen < amountFen, { path: ["cashDiscountFen"], params: { code: "discount-not-below-amount" }, error: "Not below the amount" });

const percentSchema = z.object({ percent: z.string().max(20) });
/** What is read of a quote; the rest of the document may stand there too. */
const quoteFiguresSchema = z.object({
  term: z.int().min(1).max(MAX_TERM),
  interestFree: z.boolean(),
  totalPaymentsFen: fenSchema,
  prices: z.object({ installmentPriceFen: fenSchema, upfrontFeeFen: fenSchema }),
  fee: z.object({ consumerFen: fenSchema }),
  installments: z.array(z.object({ paymentFen: fenSchema, feeFen: fenSchema })).min(1).max(MAX_TERM),
  nominalApr: percentSchema,
  effectiveApr: percentSchema,
});

/** A whole document of the quote engine, or its result alone. */
const quoteSchema = z.union([z.object({ result: quoteFiguresSchema }).transform(({ result }) => result), quoteFiguresSchema]);

const nowSchema = z.union([calendarDateSchema, z.iso.datetime({ offset: true }).transform((text) => new Date(text))]);
const windowSchema = z
  .strictObject({ from: calendarDateSchema, to: calendarDateSchema, now: nowSchema })
  .refine(({ from, to }) => from <= to, { path: ["to"], params: { code: "window-reversed" }, error: "Ends before it begins" });

/** What `POST /api/v1/copy-checks` and `yuefu check-copy` take. */
export const copyInputSchema = z
  .object({
    text: z.string().max(COPY_LENGTH_MAX),
    kind: z.enum(["free", "template"]).optional(),
    placement: z.enum(["LIVESTREAM", "SHOWCASE", "POI"]).optional(),
    quote: quoteSchema.optional(),
    offer: offerSchema.optional(),
    window: windowSchema.optional(),
  })
  .refine(({ quote, offer }) => !(quote && offer), { path: ["offer"], params: { code: "quote-or-offer" }, error: "Either a quote or an offer" });
export type CopyInput = z.output<typeof copyInputSchema>;

/** The input of the check from what a caller sent. */
export function copyToCheck({ text, kind, quote, offer, window }: CopyInput): CopyToCheck {
  const facts: QuoteFacts[] = quote ? [factsOfQuote(quote)] : offer ? [factsOfOffer(offer)] : [];
  return { text, kind, facts, window };
}
