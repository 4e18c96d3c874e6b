import { requirePermission } from "@/lib/access/require-permission";
import type { Placement } from "@/lib/offers/placement";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import { skuOf } from "./label-at";
import type { LabelReason } from "./label-reason";
import { findLabelProduct } from "./load-label-products";
import { loadShopFacts } from "./load-shop-facts";
import { resolveProduct } from "./resolve-product";
import { standingAt } from "./shop-facts";

export const HISTORY_DAYS_MAX = 92;
/** One page looks at so many instants at most. */
const POINTS_PER_PAGE = 40;

export interface LabelInterval {
  from: string;
  /** null: still shown */
  to: string | null;
  reason: LabelReason;
  label: { mainLine: string; subLine: string; term: number; perPeriodFen: number; priceFen: number; nominalAprPercent: string; offerId: string; offerName: string; revision: number } | null;
}

export interface LabelHistory {
  /** newest first */
  intervals: LabelInterval[];
  /** give it as `before` to read further back; null when the bound is reached */
  next: string | null;
}

export interface HistoryInput {
  product: string;
  placement: Placement;
  sku?: string;
  before?: Date;
}

/**
 * What was shown when: the resolver runs again at every instant at which something changed that the label is made of, and
 * neighbors that showed the same are one interval. Reaches back HISTORY_DAYS_MAX days, page by page.
 */
export async function labelHistory(ctx: ShopContext, { product, placement, sku, before }: HistoryInput): Promise<LabelHistory> {
  requirePermission(ctx, "label:view");
  return inRead(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const current = await findLabelProduct(ctx, product);
    if (!current) throw notFound("product");
    const skuId = sku === undefined ? undefined : (skuOf(current, sku) ?? sku);
    const until = before && before < now ? new Date(before.getTime() - 1) : now;
    const oldest = new Date(now.getTime() - HISTORY_DAYS_MAX * 86_400_000);
    const found = await changePoints(ctx, current.productId, oldest, until);
    const points = found.slice(0, POINTS_PER_PAGE);

    const intervals: LabelInterval[] = [];
    let to: string | null = before && before < now ? before.toISOString() : null;
    for (const point of points) {
      const shown = await shownAt(ctx, current.productId, { placement, skuId }, point);
      const last = intervals.at(-1);
      if (last && sameShown(last, shown)) last.from = point.toISOString();
      else intervals.push({ ...shown, from: point.toISOString(), to });
      to = point.toISOString();
    }
    return { intervals, next: found.length > POINTS_PER_PAGE ? to : null };
  });
}

async function shownAt(ctx: InTx<ShopContext>, productId: string, ask: { placement: Placement; skuId?: string }, at: Date): Promise<Pick<LabelInterval, "reason" | "label">> {
  const product = await findLabelProduct(ctx, productId, { asOf: at });
  if (!product) throw notFound("product");
  const { reason, winner } = resolveProduct(standingAt(await loadShopFacts(ctx, { asOf: at }), at), product, ask);
  if (!winner) return { reason, label: null };
  const { quote, mainLine, subLine, term, offerId, offerName, revision } = winner;
  const { perPeriodFen, prices, nominalApr } = quote;
  return { reason, label: { mainLine, subLine, term, perPeriodFen, priceFen: prices.cashPriceFen, nominalAprPercent: nominalApr.percent, offerId, offerName, revision } };
}

const sameShown = (a: Pick<LabelInterval, "reason" | "label">, b: Pick<LabelInterval, "reason" | "label">): boolean => a.reason === b.reason && JSON.stringify(a.label) === JSON.stringify(b.label);

/** Every instant at which the label may have changed, newest first, one more than a page holds; rates and ceilings begin at Shanghai midnights, and one that measures the effective rate may decide anew every day. */
async function changePoints(ctx: InTx<ShopContext>, productId: string, oldest: Date, until: Date): Promise<Date[]> {
  const rows = await ctx.tx.$queryRaw<{ at: Date }[]>`
    WITH born AS (SELECT created_at FROM product WHERE id = ${productId} AND shop_id = ${ctx.shopId}),
    points AS (
      SELECT valid_from AS at FROM product_version WHERE shop_id = ${ctx.shopId} AND product_id = ${productId}
      UNION SELECT valid_from FROM sku_version WHERE shop_id = ${ctx.shopId} AND product_id = ${productId}
      UNION SELECT committed_at FROM product_import WHERE shop_id = ${ctx.shopId} AND committed_at IS NOT NULL
      UNION SELECT published_at FROM offer_revision WHERE shop_id = ${ctx.shopId}
      UNION SELECT (content->'window'->>'from')::timestamptz FROM offer_revision WHERE shop_id = ${ctx.shopId}
      UNION SELECT (content->'window'->>'to')::timestamptz FROM offer_revision WHERE shop_id = ${ctx.shopId}
      UNION SELECT at FROM offer_event WHERE shop_id = ${ctx.shopId}
      UNION SELECT at FROM budget_entry WHERE shop_id = ${ctx.shopId}
      UNION SELECT at FROM label_stop WHERE shop_id = ${ctx.shopId}
      UNION SELECT valid_from FROM label_template
      UNION SELECT created_at FROM rate_card UNION SELECT created_at FROM policy UNION SELECT created_at FROM lpr_rate
      UNION SELECT from_date::timestamp AT TIME ZONE 'Asia/Shanghai' FROM rate_card
      UNION SELECT from_date::timestamp AT TIME ZONE 'Asia/Shanghai' FROM policy
      UNION SELECT (until_date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' FROM policy WHERE until_date IS NOT NULL
      UNION SELECT from_date::timestamp AT TIME ZONE 'Asia/Shanghai' FROM lpr_rate
      UNION SELECT day AT TIME ZONE 'Asia/Shanghai' FROM generate_series(date_trunc('day', ${oldest}::timestamptz AT TIME ZONE 'Asia/Shanghai'), ${until}::timestamptz AT TIME ZONE 'Asia/Shanghai', interval '1 day') AS day
        WHERE EXISTS (SELECT FROM policy WHERE measure = 'effective' AND kind = 'hard')
      UNION SELECT ${oldest}::timestamptz
    )
    SELECT date_trunc('milliseconds', at) AS at FROM points, born
    WHERE at >= ${oldest} AND at <= ${until} AND at >= created_at GROUP BY 1 ORDER BY 1 DESC LIMIT ${POINTS_PER_PAGE + 1}`;
  return rows.map(({ at }) => at);
}
