import type { Product } from "./product";
import type { SkuInput } from "./schema";

export type ProductFacts = { title: string; category: string; contentTags: readonly string[]; skus: readonly SkuInput[] };

export const SKU_FACTS = ["name", "cashPriceFen", "installmentPriceFen", "listPriceFen", "costPriceFen", "inStock"] as const;
export type SkuFact = (typeof SKU_FACTS)[number];

/** One thing on which two people disagree; `skuCode` names the SKU, and a side that does not have it is undefined. */
export type ProductDifference =
  | { field: "title" | "category"; mine: string; theirs: string }
  | { field: "contentTags"; mine: readonly string[]; theirs: readonly string[] }
  | { field: "sku"; skuCode: string; mine: boolean; theirs: boolean }
  | { field: SkuFact; skuCode: string; mine: SkuInput[SkuFact]; theirs: SkuInput[SkuFact] };

/** What differs between what one typed and what somebody else saved meanwhile. */
export function diffProduct(mine: ProductFacts, theirs: Pick<Product, "title" | "category" | "contentTags" | "skus">): ProductDifference[] {
  const differences: ProductDifference[] = [];
  for (const field of ["title", "category"] as const) if (mine[field] !== theirs[field]) differences.push({ field, mine: mine[field], theirs: theirs[field] });
  if (mine.contentTags.join("\n") !== theirs.contentTags.join("\n")) differences.push({ field: "contentTags", mine: mine.contentTags, theirs: theirs.contentTags });
  const codes = new Set([...mine.skus, ...theirs.skus].map(({ code }) => code));
  for (const skuCode of codes) {
    const own = mine.skus.find(({ code }) => code === skuCode);
    const other = theirs.skus.find(({ code }) => code === skuCode);
    if (!own || !other) {
      differences.push({ field: "sku", skuCode, mine: own !== undefined, theirs: other !== undefined });
      continue;
    }
    for (const field of SKU_FACTS) {
      if ((own[field] ?? null) !== (other[field] ?? null)) differences.push({ field, skuCode, mine: own[field], theirs: other[field] });
    }
  }
  return differences;
}
