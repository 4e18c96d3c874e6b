import { setImmediate } from "node:timers/promises";
import { requirePermission } from "@/lib/access/require-permission";
import { listProductRows, listProducts, type ProductPage } from "@/lib/catalog/queries";
import type { ListProductsInput } from "@/lib/catalog/schema";
import { LABEL_REASONS, type LabelReason } from "@/lib/labels/label-reason";
import type { ShopContext } from "@/lib/platform/context";
import type { CompiledShop } from "./compiled-shop";
import type { LabelState } from "./label-codes";
import { labelIndex, type LabelIndex } from "./label-index";

const UPDATING: LabelState = { labelled: false, reason: "updating" };
const NOTHING: ProductPage = { products: [], next: null };
const PAGE = 50;
const READ_AT_ONCE = 100;
/** One search looks at so many products at most; its cursor leads on. */
const LOOKED_AT_MAX = 4_000;
/** One page works out so many labels itself where the index has not come by yet. */
const WORKED_OUT_MAX = 5_000;
/** Requests for labels share this thread. */
const ROWS_AT_ONCE = 20_000;

export async function findLabelStates(ctx: ShopContext, productIds: readonly string[], index: LabelIndex = labelIndex()): Promise<Map<string, LabelState>> {
  const shop = await index.find(ctx.shopId);
  const now = index.clock.now();
  return new Map(
    productIds.map((id) => {
      if (shop === null || shop === "updating") return [id, UPDATING];
      const row = shop.find(id);
      return [id, row < 0 ? UPDATING : shop.state(row, now)];
    }),
  );
}

/** The catalog's list, newest first, narrowed to one label state. A page may be short and still lead on: `next` is null only at the end. */
export async function listProductsByLabelState(ctx: ShopContext, { state, ...asked }: ListProductsInput & { state: LabelReason }, index: LabelIndex = labelIndex()): Promise<ProductPage> {
  requirePermission(ctx, "label:view");
  if (asked.search) return searchByLabelState(ctx, { state, ...asked }, index);
  const shop = await index.find(ctx.shopId);
  if (shop === null || shop === "updating") return NOTHING;
  const { category, tag, after, limit = PAGE } = asked;
  const found = await scan(shop, { category, tag, below: placeOf(shop, after), limit, states: new Set([state]), index });
  return { products: await listProductRows(ctx, found.ids), next: found.next };
}

/** The whole list by label state: labelled ones first, then by how near they came, newest first within a state. */
export async function listProductsSortedByLabel(ctx: ShopContext, { category, tag, after, limit = PAGE }: Pick<ListProductsInput, "category" | "tag" | "after" | "limit">, index: LabelIndex = labelIndex()): Promise<ProductPage> {
  requirePermission(ctx, "label:view");
  const shop = await index.find(ctx.shopId);
  if (shop === null || shop === "updating") return NOTHING;
  const ids: string[] = [];
  const now = index.clock.now();
  // Each state is a walk of its own, so those that nobody is in are left out where that is known.
  const counts = shop.isSwept(now) ? shop.countStates(now) : null;
  let [rank, below] = placeOfState(shop, after);
  for (; rank < SORTED_STATES.length; rank++, below = Infinity) {
    if (counts && !counts.get(SORTED_STATES[rank]!)) continue;
    const found = await scan(shop, { category, tag, below, limit: limit - ids.length, states: new Set([SORTED_STATES[rank]!]), index });
    ids.push(...found.ids);
    if (found.next !== null) return { products: await listProductRows(ctx, ids), next: `${rank}~${found.next}` };
    if (ids.length === limit) return { products: await listProductRows(ctx, ids), next: rank + 1 < SORTED_STATES.length ? `${rank + 1}~` : null };
  }
  return { products: await listProductRows(ctx, ids), next: null };
}

/** What has a label first; of the rest what came nearest to one. */
const SORTED_STATES: readonly LabelReason[] = ["labelled", ...[...LABEL_REASONS].filter((reason) => reason !== "labelled").reverse()];
const STATE_PLACE = /^(\d{1,2})~(.{0,64})$/;

/** Whether a text is a place in the list by label state. */
export const isStatePlace = (text: string): boolean => STATE_PLACE.test(text);

function placeOfState(shop: CompiledShop, after: string | undefined): [rank: number, below: number] {
  const match = after === undefined ? null : STATE_PLACE.exec(after);
  if (!match) return [0, Infinity];
  return [Number(match[1]), match[2] === "" ? Infinity : placeOf(shop, match[2])];
}

/** Where in the order the product stands after which a page begins. */
function placeOf(shop: CompiledShop, after: string | undefined): number {
  if (after === undefined) return Infinity;
  const order = shop.order();
  let low = 0;
  let high = order.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (shop.productId(order[middle]!) < after) low = middle + 1;
    else high = middle;
  }
  return low;
}

interface Scan {
  category?: string;
  tag?: string;
  below: number;
  limit: number;
  states: ReadonlySet<LabelReason>;
  index: LabelIndex;
}

/** Walks down the products in memory, newest first; `next` is the product after which somebody may go on. */
async function scan(shop: CompiledShop, { category, tag, below, limit, states, index }: Scan): Promise<{ ids: string[]; next: string | null }> {
  const matches = shop.matcher({ category, tag });
  const order = shop.order();
  const ids: string[] = [];
  let workedOut = 0;
  let now = index.clock.now();
  for (let place = Math.min(below, order.length) - 1; place >= 0; place--) {
    const row = order[place]!;
    if (place % ROWS_AT_ONCE === 0) {
      await setImmediate();
      now = index.clock.now();
    }
    if (!matches(row)) continue;
    let state = shop.knownState(row, now);
    if (state === null) {
      if (++workedOut > WORKED_OUT_MAX) return { ids, next: place + 1 < order.length ? shop.productId(order[place + 1]!) : null };
      state = shop.state(row, now);
    }
    if (!states.has(state.reason)) continue;
    if (ids.length === limit) return { ids, next: ids.at(-1) ?? shop.productId(row) };
    ids.push(shop.productId(row));
  }
  return { ids, next: null };
}

/** With a search the products come from the database, page by page. */
async function searchByLabelState(ctx: ShopContext, { state, limit = PAGE, ...asked }: ListProductsInput & { state: LabelReason }, index: LabelIndex): Promise<ProductPage> {
  const found: ProductPage["products"] = [];
  let after = asked.after;
  for (let looked = 0; looked < LOOKED_AT_MAX; looked += READ_AT_ONCE) {
    const { products, next } = await listProducts(ctx, { ...asked, after, limit: READ_AT_ONCE });
    const states = await findLabelStates(
      ctx,
      products.map(({ id }) => id),
      index,
    );
    for (const product of products) {
      after = product.id;
      if (states.get(product.id)?.reason !== state) continue;
      found.push(product);
      if (found.length === limit) return { products: found, next: product.id === products.at(-1)!.id ? next : product.id };
    }
    if (next === null) return { products: found, next: null };
    after = next;
  }
  return { products: found, next: after ?? null };
}

export interface LabelCounts {
  labelled: number;
  /** most frequent first */
  reasons: { reason: LabelReason; count: number }[];
  total: number;
  /** not every product is worked out yet */
  isUpdating: boolean;
}

/** How many products are labelled, and how many are not for each reason. */
export async function countLabelStates(ctx: ShopContext, index: LabelIndex = labelIndex()): Promise<LabelCounts> {
  requirePermission(ctx, "label:view");
  const shop = await index.find(ctx.shopId);
  if (shop === null || shop === "updating") return { labelled: 0, reasons: [], total: 0, isUpdating: true };
  await index.sweep(shop);
  const now = index.clock.now();
  const counts = shop.countStates(now);
  const labelled = counts.get("labelled") ?? 0;
  counts.delete("labelled");
  const reasons = [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  return { labelled, reasons, total: labelled + reasons.reduce((sum, { count }) => sum + count, 0), isUpdating: !shop.isSwept(now) };
}
