import { requirePermission } from "@/lib/access/require-permission";
import { listProducts, type ProductPage } from "@/lib/catalog/queries";
import type { ListProductsInput } from "@/lib/catalog/schema";
import { nearestReason, type LabelReason } from "@/lib/labels/label-reason";
import type { LabelProduct } from "@/lib/labels/resolve-product";
import { LOSSES, type Loss } from "@/lib/offers/loss";
import { PLACEMENTS } from "@/lib/offers/schema";
import type { ShopContext } from "@/lib/platform/context";
import type { CompiledShop, LabelState } from "./compiled-shop";
import { labelIndex, type LabelIndex } from "./label-index";

const UPDATING: LabelState = { labelled: false, reason: "updating" };
const PAGE = 50;
const READ_AT_ONCE = 100;
/** One answer looks at so many products at most; its cursor leads on. */
const LOOKED_AT_MAX = 4_000;
const COUNTED_MAX = 10_000;
const COUNTED_AT_ONCE = 100;

export async function findLabelStates(ctx: ShopContext, productIds: readonly string[], index: LabelIndex = labelIndex()): Promise<Map<string, LabelState>> {
  const shop = await index.find(ctx.shopId);
  const now = index.clock.now();
  return new Map(
    productIds.map((id) => {
      if (shop === null || shop === "updating") return [id, UPDATING];
      const product = shop.findProduct(id);
      return [id, product ? stateOf(shop, product, now) : UPDATING];
    }),
  );
}

/** The catalog's list, narrowed to one label state. A page may be short and still lead on: `next` is null only at the end. */
export async function listProductsByLabelState(ctx: ShopContext, { state, limit = PAGE, ...asked }: ListProductsInput & { state: LabelReason }, index: LabelIndex = labelIndex()): Promise<ProductPage> {
  requirePermission(ctx, "label:view");
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
  /** the shop has more products than were counted */
  isCapped: boolean;
  isUpdating: boolean;
}

/** How many products are labelled, and how many are not for each reason. */
export async function countLabelStates(ctx: ShopContext, index: LabelIndex = labelIndex()): Promise<LabelCounts> {
  requirePermission(ctx, "label:view");
  const shop = await index.find(ctx.shopId);
  if (shop === null || shop === "updating") return { labelled: 0, reasons: [], total: 0, isCapped: false, isUpdating: true };
  const now = index.clock.now();
  const counts = new Map<LabelReason, number>();
  let total = 0;
  for (const product of shop.products()) {
    if (total === COUNTED_MAX) break;
    const { reason } = stateOf(shop, product, now);
    counts.set(reason, (counts.get(reason) ?? 0) + 1);
    // Requests for labels share this thread.
    if (++total % COUNTED_AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  const labelled = counts.get("labelled") ?? 0;
  counts.delete("labelled");
  const reasons = [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count);
  return { labelled, reasons, total, isCapped: shop.productCount > COUNTED_MAX, isUpdating: false };
}

function stateOf(shop: CompiledShop, product: LabelProduct, now: Date): LabelState {
  return shop.keptState(product, now, () => {
    const reasons = PLACEMENTS.map((placement) => shop.resolve(product, { placement }, now).reason);
    if (reasons.some((reason) => reason === "labelled" || reason === "sku-required")) return { labelled: true, reason: "labelled" };
    const losses = reasons.filter((reason): reason is Exclude<Loss, "outranked"> => LOSSES.some((loss) => loss === reason));
    return { labelled: false, reason: losses.length > 0 ? nearestReason(losses) : reasons[0]! };
  });
}
