import type { InTx, ShopContext } from "@/lib/platform/context";
import { toFen } from "@/lib/platform/fen-column";
import type { Finding, WarningCode } from "./offer-finding";
import type { OfferSku } from "./offer-sku";
import { PRICE_LOOK_BACK_DAYS, raisedThenCut, type PriceFact } from "./raised-then-cut";

const SKUS_READ_MAX = 2_000;

/** The warning that prices of targeted products were raised and then cut, from the history of their prices; null where none was. */
export async function findRaisedThenCut(ctx: InTx<ShopContext>, skus: readonly OfferSku[]): Promise<Finding<WarningCode> | null> {
  const now = ctx.clock.now();
  const since = new Date(now.getTime() - PRICE_LOOK_BACK_DAYS * 86_400_000);
  const productIds = [...new Set(skus.map(({ productId }) => productId))];
  // A raise and a cut are two versions at least; most goods have none in the time.
  const moved = await ctx.tx.$queryRaw<{ sku_id: string }[]>`
    SELECT sku_id FROM sku_version WHERE shop_id = ${ctx.shopId} AND product_id = ANY(${productIds}::text[]) AND valid_from >= ${since} AND NOT removed
    GROUP BY sku_id HAVING count(*) >= 2 AND count(DISTINCT cash_price_fen) >= 2 ORDER BY sku_id LIMIT ${SKUS_READ_MAX}`;
  if (moved.length === 0) return null;
  const rows = await ctx.tx.$queryRaw<{ sku_id: string; cash_price_fen: bigint; valid_from: Date }[]>`
    SELECT v.sku_id, v.cash_price_fen, v.valid_from FROM sku_version v
    WHERE v.shop_id = ${ctx.shopId} AND v.product_id = ANY(${productIds}::text[]) AND v.sku_id = ANY(${moved.map(({ sku_id }) => sku_id)}::text[])
      AND v.valid_from >= coalesce((SELECT max(b.valid_from) FROM sku_version b WHERE b.shop_id = v.shop_id AND b.product_id = v.product_id AND b.sku_id = v.sku_id AND b.valid_from < ${since}), ${since})
    ORDER BY v.sku_id, v.valid_from, v.id`;
  const history = new Map<string, PriceFact[]>();
  for (const { sku_id, cash_price_fen, valid_from } of rows) {
    const facts = history.get(sku_id) ?? [];
    if (facts.length === 0) history.set(sku_id, facts);
    facts.push({ cashPriceFen: toFen(cash_price_fen), at: valid_from });
  }
  const found = skus.flatMap((sku) => {
    const moves = raisedThenCut(history.get(sku.skuId) ?? [], now);
    return moves ? [{ sku, ...moves }] : [];
  });
  const [first] = found;
  if (!first) return null;
  const { sku, beforeFen, raisedFen, nowFen } = first;
  return { code: "price-raised-then-cut", field: "target", params: { count: new Set(found.map(({ sku }) => sku.productId)).size, title: sku.title, beforeFen, raisedFen, nowFen, days: PRICE_LOOK_BACK_DAYS }, lines: [] };
}
