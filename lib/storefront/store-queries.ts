import { findLabelProduct, listLabelProducts } from "@/lib/labels/load-label-products";
import { labelAt, skuOf, type LabelAt } from "@/lib/labels/label-at";
import type { LabelProduct } from "@/lib/labels/resolve-product";
import { remainingOrderDates } from "@/lib/offers/order-dates";
import type { Placement } from "@/lib/offers/placement";
import type { Fen } from "@/lib/money/fen";
import { quote } from "@/lib/quote/quote";
import type { AprFigure } from "@/lib/quote/quote-result";
import type { ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import { listLiveCopies } from "@/lib/review/live-copies";
import { UPDATING } from "./answer-label";
import { labelIndex } from "./label-index";
import { toGoods, type StoreGoods } from "./store-goods";

const PAGE = 24;

/** A page of what the shop shows at a placement, with the labels of now. */
export async function listStoreGoods(ctx: ShopContext, { placement, after = null }: { placement: Placement; after?: string | null }): Promise<{ goods: StoreGoods[]; next: string | null }> {
  const found = await inRead(ctx, (ctx) => listLabelProducts(ctx, { after, limit: PAGE + 1 }));
  const products = found.slice(0, PAGE);
  const goods = await Promise.all(products.filter(({ skus }) => skus.length > 0).map((product) => withLabel(ctx, product, placement)));
  return { goods: await withWords(ctx, goods, placement), next: found.length > PAGE ? products.at(-1)!.productId : null };
}

export async function getStoreGoods(ctx: ShopContext, { placement, product: wanted, sku, amount }: { placement: Placement; product: string; sku?: string; amount?: Fen }): Promise<StoreGoods> {
  const product = await findLabelProduct(ctx, wanted);
  if (!product) throw notFound("product");
  const skuId = sku === undefined ? undefined : skuOf(product, sku);
  if (skuId === null) throw notFound("sku");
  const [goods] = await withWords(ctx, [await withLabel(ctx, product, placement, { skuId, amount })], placement);
  return goods!;
}

/** Beside the goods stands what was approved about them and is still true. */
async function withWords(ctx: ShopContext, goods: readonly StoreGoods[], placement: Placement): Promise<StoreGoods[]> {
  const copies = await listLiveCopies(ctx, placement, goods.map(({ productId }) => productId));
  return goods.map((row) => ({ ...row, words: copies.filter(({ productId }) => productId === row.productId).map(({ text }) => text) }));
}

export interface Disclosed extends LabelAt {
  /** the highest effective rate among the order dates that the offer has left; null without a label */
  worstEffectiveApr: AprFigure<"effective"> | null;
}

/** What a disclosure sheet is made of: the resolution itself, with its quote. */
export async function getDisclosed(ctx: ShopContext, asked: Parameters<typeof labelAt>[1], at?: Date): Promise<Disclosed> {
  const found = await labelAt(ctx, asked, at ?? ctx.clock.now());
  return { ...found, worstEffectiveApr: worstApr(found) };
}

function worstApr({ standing, resolution: { winner } }: LabelAt): AprFigure<"effective"> | null {
  const offer = standing.offers.find(({ offerId }) => offerId === winner?.offerId);
  if (!winner || !offer) return null;
  const result = quote({ ...winner.input, window: remainingOrderDates(offer.revision.content.window, standing.orderDate) });
  return result.ok ? (result.quote.worstEffectiveApr ?? result.quote.effectiveApr) : null;
}

async function withLabel(ctx: ShopContext, product: LabelProduct, placement: Placement, chosen: { skuId?: string; amount?: Fen } = {}): Promise<StoreGoods> {
  const index = labelIndex();
  const shop = await index.find(ctx.shopId);
  const row = shop === null || shop === "updating" ? -1 : shop.find(product.productId);
  // What the index does not know yet is on its way into it.
  const answer = shop === null || shop === "updating" || row < 0 ? UPDATING : shop.answer(row, { placement, ...chosen }, index.clock.now());
  return toGoods(product, placement, answer, chosen);
}
