import type { LabelAnswer } from "@/lib/labels/label-view";
import { toAnswer } from "@/lib/labels/label-view";
import { labelAt } from "@/lib/labels/label-at";
import type { Ask } from "@/lib/labels/resolve-product";
import type { ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import type { CompiledShop } from "./compiled-shop";
import type { LabelIndex } from "./label-index";
import { PLACEMENT_BY_SLUG, type LabelAsk } from "./label-query";

/** The label now, from memory. Unknown shop, product or SKU: not found. */
export async function answerLabel(index: LabelIndex, asked: LabelAsk): Promise<LabelAnswer> {
  const shop = await index.find(asked.shop);
  if (shop === null) throw notFound("shop");
  if (shop === "updating") return UPDATING;
  const { row, ask } = askOf(shop, asked);
  return shop.answer(row, ask, index.clock.now());
}

/** The label at an instant, from what is kept. */
export async function answerLabelAt(ctx: ShopContext, asked: LabelAsk, at: Date): Promise<LabelAnswer> {
  const { product, sku, amount } = asked;
  const found = await labelAt(ctx, { product, sku, amount, placement: PLACEMENT_BY_SLUG[asked.placement] }, at);
  return toAnswer(ctx.shopId, found.standing, found.product, found.ask, found.resolution);
}

export const UPDATING: LabelAnswer = { label: null, reason: "updating" };

export function askOf(shop: CompiledShop, asked: Pick<LabelAsk, "product" | "sku" | "amount" | "placement">): { row: number; ask: Ask } {
  const row = shop.find(asked.product);
  if (row < 0) throw notFound("product");
  const skuId = asked.sku === undefined ? undefined : shop.findSkuId(row, asked.sku);
  if (skuId === null) throw notFound("sku");
  return { row, ask: { placement: PLACEMENT_BY_SLUG[asked.placement], skuId, amount: asked.amount } };
}
