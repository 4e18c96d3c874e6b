import { PRODUCT_SORTS, placeFromText, type ProductSort } from "@/lib/catalog/product-order";
import { productFilters, type ProductFilters } from "@/lib/catalog/schema";
import { isStatePlace } from "@/lib/storefront/label-states";
import { LABEL_REASONS, type LabelReason } from "@/lib/labels/label-reason";

export type ProductSearchParams = Partial<Record<"q" | "category" | "tag" | "state" | "sort" | "after" | "trail", string | string[]>>;

/** The catalog's orders, and the one that labels give. */
export const LIST_SORTS = [...PRODUCT_SORTS, "label"] as const;
type ListSort = ProductSort | "label";

export interface AskedProducts {
  filters: ProductFilters;
  sort: ListSort;
  after: string | undefined;
  state: LabelReason | null;
  /** what the next page keeps in its address */
  query: Record<string, string>;
}

/** What the address asks for; what it cannot mean is left out rather than refused. */
export function readFilters(params: ProductSearchParams, { sorts }: { sorts: readonly ListSort[] }): AskedProducts {
  const query = Object.fromEntries(
    (["q", "category", "tag", "state", "sort"] as const).flatMap((name) => {
      const value = [params[name]].flat()[0];
      return value ? [[name, value]] : [];
    }),
  );
  const asked = {
    // One character finds nothing: the field says so, and the list stays as it is.
    search: [...(query.q ?? "")].length >= 2 ? query.q : undefined,
    category: query.category,
    tag: query.tag,
  };
  const { shape } = productFilters;
  const filters: ProductFilters = Object.fromEntries(Object.entries(asked).filter(([name, value]) => value !== undefined && shape[name as keyof typeof asked].safeParse(value).success));
  const state = LABEL_REASONS.find((reason) => reason === query.state) ?? null;
  const wanted = sorts.find((one) => one === query.sort) ?? "newest";
  // A list of one state has no order of states, and what a search finds comes page by page from elsewhere.
  const sort = wanted === "label" && (state !== null || filters.search !== undefined) ? "newest" : wanted;
  const place = [params.after].flat()[0] ?? "";
  const isPlace = place.length <= 100 && (sort === "label" ? isStatePlace(place) : placeFromText(sort, place) !== null);
  return { filters, sort, after: isPlace ? place : undefined, state, query };
}

const TRAIL_MAX = 40;

/** Keyset paging knows only the way on; the way back is the cursors of the pages before, kept in the address. */
export function pageHrefs(base: string, query: Record<string, string>, params: ProductSearchParams, next: string | null): { previousHref: string | null; nextHref: string | null } {
  const after = [params.after].flat()[0] ?? "";
  const trail = after === "" ? [] : ([params.trail].flat()[0] ?? "").split(".").slice(-TRAIL_MAX);
  const href = (cursor: string, way: string[]) => `${base}?${new URLSearchParams({ ...query, ...(cursor === "" ? {} : { after: cursor, trail: way.join(".") }) })}`;
  return { previousHref: after === "" ? null : href(trail.at(-1) ?? "", trail.slice(0, -1)), nextHref: next === null ? null : href(next, [...trail, after]) };
}
