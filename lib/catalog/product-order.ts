/** How a list of products is sorted; what has no known margin comes last either way. */
export const PRODUCT_SORTS = ["newest", "price-up", "price-down", "margin-up", "margin-down"] as const;
export type ProductSort = (typeof PRODUCT_SORTS)[number];

/** Where a page of that order begins: after this product, whose price or margin was this. */
export interface ProductPlace {
  id: string;
  value: bigint | null;
}

const UNKNOWN = "-";
const PLACE = /^(-|-?\d{1,18})~(.{1,64})$/;

/** A place as text that goes into an address: the id alone where newest is first. */
export function placeToText(sort: ProductSort, { id, value }: ProductPlace): string {
  return sort === "newest" ? id : `${value ?? UNKNOWN}~${id}`;
}

/** null where the text is no place of this order. */
export function placeFromText(sort: ProductSort, text: string): ProductPlace | null {
  if (sort === "newest") return text === "" || text.includes("~") ? null : { id: text, value: null };
  const match = PLACE.exec(text);
  return match ? { id: match[2]!, value: match[1] === UNKNOWN ? null : BigInt(match[1]!) } : null;
}
