import type { z } from "zod";
import type { Product } from "@/lib/catalog/product";
import { DEFAULT_SKU_CODE, type createProductInput } from "@/lib/catalog/schema";

export type ProductFormValues = z.input<typeof createProductInput>;

export function valuesOf({ externalId, title, category, contentTags, skus }: Product): ProductFormValues {
  return { externalId, title, category, contentTags, skus: skus.length === 0 ? [blankSku()] : skus.map(({ id: _id, code, ...sku }) => ({ ...sku, code: code === DEFAULT_SKU_CODE ? "" : code })) };
}

export function blankSku(): ProductFormValues["skus"][number] {
  // The schema asks for a number; an empty field is none yet, and is refused as missing.
  return { code: "", name: "", cashPriceFen: null as unknown as number, installmentPriceFen: null, listPriceFen: null, costPriceFen: undefined, inStock: true };
}
