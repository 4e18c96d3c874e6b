import { explainLabel, type LabelExplanation } from "@/lib/labels/explain-label";
import { findLabelProduct } from "@/lib/labels/load-label-products";
import { skuOf } from "@/lib/labels/label-at";
import type { LabelProduct } from "@/lib/labels/resolve-product";
import { PLACEMENTS } from "@/lib/offers/placement";
import type { Fen } from "@/lib/money/fen";
import type { ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { toGoods, type StoreGoods } from "./store-goods";

export interface Preview {
  goods: StoreGoods;
  explanation: LabelExplanation;
}

/** What the three placements show of a product, now or at an instant, and why. */
export async function getPreviews(ctx: ShopContext, { product, at, ...asked }: { product: string; sku?: string; amount?: Fen; at?: Date }): Promise<{ current: LabelProduct; previews: Preview[] }> {
  const current = await findLabelProduct(ctx, product);
  if (!current) throw notFound("product");
  const isPast = at !== undefined && at <= ctx.clock.now();
  const shown = isPast ? ((await findLabelProduct(ctx, current.productId, { asOf: at })) ?? current) : current;
  const skuId = asked.sku === undefined ? undefined : (skuOf(shown, asked.sku) ?? undefined);
  const previews = [];
  for (const placement of PLACEMENTS) {
    const explanation = await explainLabel(ctx, { product: current.productId, placement, at, ...asked });
    previews.push({ goods: toGoods({ ...shown, title: shown.title || current.title }, placement, explanation, { skuId, amount: asked.amount }), explanation });
  }
  return { current, previews };
}
