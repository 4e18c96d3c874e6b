import { z } from "zod";
import { placeFromText, PRODUCT_SORTS } from "./product-order";

export const TITLE_LENGTH_MAX = 120;
export const EXTERNAL_ID_LENGTH_MAX = 64;
export const CATEGORY_LENGTH_MAX = 60;
export const TAG_LENGTH_MAX = 20;
export const TAGS_MAX = 20;
export const SKU_CODE_LENGTH_MAX = 64;
export const SKU_NAME_LENGTH_MAX = 60;
export const SKUS_MAX = 200;
/** ¥99,999,999.99: above it a price is a slip of the keyboard. */
export const PRICE_FEN_MAX = 9_999_999_999;
/** The SKU of a product that is sold in one form only. */
export const DEFAULT_SKU_CODE = "default";
export const PAGE_SIZE_MAX = 100;

const amountFen = z.int().refine((fen) => fen <= PRICE_FEN_MAX, { params: { code: "too-large", key: "products.problems.priceAbove" } });
const priceFen = amountFen.refine((fen) => fen > 0, { params: { code: "zero", key: "products.problems.priceZero" } });
const text = (max: number) => z.string().trim().max(max).refine(isPrintable, { params: { code: "unprintable", key: "products.problems.unprintable" } });

const skuSchema = z
  .object({
    /** the shop's own number of the SKU: within a product it says which one is meant; may be left empty where there is but one */
    code: text(SKU_CODE_LENGTH_MAX).transform((code) => code || DEFAULT_SKU_CODE),
    name: text(SKU_NAME_LENGTH_MAX),
    cashPriceFen: priceFen,
    /** left out: the cash price */
    installmentPriceFen: priceFen.nullish(),
    listPriceFen: priceFen.nullable(),
    /** left out by whoever may not see it: what is stored stays */
    costPriceFen: amountFen.refine((fen) => fen >= 0, { params: { code: "negative", key: "products.problems.costNegative" } }).nullish(),
    inStock: z.boolean(),
  })
  .transform((sku) => ({ ...sku, installmentPriceFen: sku.installmentPriceFen ?? sku.cashPriceFen }));
export type SkuInput = z.infer<typeof skuSchema>;

const facts = {
  title: text(TITLE_LENGTH_MAX).min(1),
  category: text(CATEGORY_LENGTH_MAX),
  contentTags: z
    .array(text(TAG_LENGTH_MAX).min(1))
    .max(TAGS_MAX)
    .transform((tags) => [...new Set(tags)]),
  skus: z.array(skuSchema).min(1).max(SKUS_MAX).superRefine(refuseSameCodeTwice),
};

export const createProductInput = z.object({ externalId: text(EXTERNAL_ID_LENGTH_MAX).min(1), ...facts });
export type CreateProductInput = z.infer<typeof createProductInput>;

export const updateProductInput = z.object({ productId: z.string().max(64), version: z.int().min(1), ...facts });
export type UpdateProductInput = z.infer<typeof updateProductInput>;

export const removeProductInput = z.object({ productId: z.string().max(64), version: z.int().min(1) });

/** What narrows a list of products down. */
export const productFilters = z.object({
  search: z.string().trim().max(TITLE_LENGTH_MAX).optional(),
  category: z.string().max(CATEGORY_LENGTH_MAX).optional(),
  tag: z.string().max(TAG_LENGTH_MAX).optional(),
});
export type ProductFilters = z.infer<typeof productFilters>;

export const listProductsInput = productFilters
  .extend({
    sort: z.enum(PRODUCT_SORTS).default("newest"),
    /** where the page before ended */
    after: z.string().max(100).optional(),
    limit: z.int().min(1).max(PAGE_SIZE_MAX).default(50),
  })
  .refine(({ sort, after }) => after === undefined || placeFromText(sort, after) !== null, { path: ["after"], params: { code: "unknown-place", key: "products.problems.unknownPlace" } });
export type ListProductsInput = z.input<typeof listProductsInput>;

function refuseSameCodeTwice(skus: SkuInput[], ctx: z.RefinementCtx): void {
  const seen = new Set<string>();
  skus.forEach((sku, index) => {
    if (seen.has(sku.code)) ctx.addIssue({ code: "custom", path: [index, "code"], params: { code: "same-sku-code", key: "products.problems.sameSkuCode" } });
    seen.add(sku.code);
  });
}

/** No control characters, and no half of a character that PostgreSQL could not keep. */
function isPrintable(value: string): boolean {
  return !/[\u0000-\u001f\u007f]/.test(value) && value.isWellFormed();
}
