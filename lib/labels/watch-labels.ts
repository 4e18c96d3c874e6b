import { notify } from "@/lib/notifications/notify";
import { PLACEMENTS } from "@/lib/offers/placement";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import type { LabelReason } from "./label-reason";
import { listLabelProducts, loadLabelProductsAsOf } from "./load-label-products";
import { loadShopFacts } from "./load-shop-facts";
import { resolveProduct, type LabelProduct } from "./resolve-product";
import { standingAt, type Standing } from "./shop-facts";

const PRODUCTS_PER_READ = 100;
/** Beyond this many the count of a look says "at least". */
const PRODUCTS_MAX = 20_000;
const REASONS_TOLD_MAX = 3;

export interface Looked {
  /** products that lost a label at one placement at least */
  fallen: number;
  /** why, most frequent first */
  reasons: Fallen["reasons"];
  started: string[];
  ended: string[];
}

/**
 * Looks at the shop's labels as they were at the last look and as they are now, and tells its people which offers started or
 * ended, how many products lost a label and why. Looking twice at the same instants tells nothing twice. A stop of all labels is
 * told by who pressed it and is no fall; what falls behind a stop is told, because lifting the stop does not bring it back.
 */
export async function watchLabels(ctx: ShopContext): Promise<Looked> {
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const watchedAt = await takeLook(ctx, now);
    if (!watchedAt || watchedAt >= now) return { fallen: 0, reasons: [], started: [], ended: [] };
    const before = standingAt(await loadShopFacts(ctx, { asOf: watchedAt }), watchedAt);
    const after = standingAt(await loadShopFacts(ctx, { asOf: now }), now);
    const { started, ended } = await tellOffers(ctx, before, after);
    const { fallen, reasons } = await countFallen(ctx, { ...before, stopped: null }, { ...after, stopped: null });
    if (fallen > 0) await notify(ctx, { kind: "labels-fell", params: { count: fallen, reasons: reasons.slice(0, REASONS_TOLD_MAX) }, subject: null, dedupeKey: `labels-fell:${now.toISOString()}` });
    return { fallen, reasons, started, ended };
  });
}

/** Moves the mark to now and says where it stood; a second worker at the same time waits here. The first look only sets the mark. */
async function takeLook(ctx: InTx<ShopContext>, now: Date): Promise<Date | null> {
  await ctx.tx.labelWatch.createMany({ data: [{ shopId: ctx.shopId, watchedAt: new Date(0) }], skipDuplicates: true });
  const [row] = await ctx.tx.$queryRaw<{ watched_at: Date }[]>`SELECT watched_at FROM label_watch WHERE shop_id = ${ctx.shopId} FOR UPDATE`;
  const watchedAt = row!.watched_at;
  if (watchedAt < now) await ctx.tx.labelWatch.update({ where: { shopId: ctx.shopId }, data: { watchedAt: now } });
  return watchedAt.getTime() === 0 ? null : watchedAt;
}

async function tellOffers(ctx: InTx<ShopContext>, before: Standing, after: Standing): Promise<Pick<Looked, "started" | "ended">> {
  const wasLive = new Set(before.offers.filter(({ state }) => state === "live").map(({ offerId }) => offerId));
  const started: string[] = [];
  const ended: string[] = [];
  for (const { offerId, state, revision } of after.offers) {
    const { name: offer, window } = revision.content;
    if (state === "live" && !wasLive.has(offerId)) {
      started.push(offerId);
      await notify(ctx, { kind: "offer-started", params: { offer }, subject: `offer:${offerId}`, dedupeKey: `offer-started:${offerId}:${window.from}` });
    }
    if (state === "ended" && wasLive.has(offerId)) {
      ended.push(offerId);
      await notify(ctx, { kind: "offer-ended", params: { offer }, subject: `offer:${offerId}`, dedupeKey: `offer-ended:${offerId}` });
    }
  }
  return { started, ended };
}

interface Fallen {
  fallen: number;
  reasons: { reason: LabelReason; count: number }[];
}

async function countFallen(ctx: InTx<ShopContext>, before: Standing, after: Standing): Promise<Fallen> {
  const counts = new Map<LabelReason, number>();
  let fallen = 0;
  let seen = 0;
  for (let cursor: string | null = null; seen < PRODUCTS_MAX; ) {
    const products: LabelProduct[] = await listLabelProducts(ctx, { after: cursor, limit: PRODUCTS_PER_READ });
    const earlier = await loadLabelProductsAsOf(
      ctx,
      products.map(({ productId }) => productId),
      before.instant,
    );
    const then = new Map(earlier.map((product) => [product.productId, product]));
    for (const product of products) {
      const was = then.get(product.productId);
      const reason = was && reasonOfFall(before, was, after, product);
      if (!reason) continue;
      fallen++;
      counts.set(reason, (counts.get(reason) ?? 0) + 1);
    }
    seen += products.length;
    if (products.length < PRODUCTS_PER_READ) break;
    cursor = products.at(-1)!.productId;
  }
  return { fallen, reasons: [...counts].map(([reason, count]) => ({ reason, count })).sort((a, b) => b.count - a.count) };
}

/** Why the offer that stood at the first placement without its label stands there no more; null where no label was lost. */
function reasonOfFall(before: Standing, was: LabelProduct, after: Standing, is: LabelProduct): LabelReason | null {
  for (const placement of PLACEMENTS) {
    const { reason: earlier, winner } = resolveProduct(before, was, { placement });
    if (!hasLabel(earlier)) continue;
    const { reason, losers } = resolveProduct(after, is, { placement });
    if (hasLabel(reason)) continue;
    const lost = losers.find(({ offerId }) => offerId === winner?.offerId)?.loss;
    return lost === undefined || lost === "outranked" ? reason : lost;
  }
  return null;
}

/** There is one for some SKU at least. */
const hasLabel = (reason: LabelReason): boolean => reason === "labelled" || reason === "sku-required";
