import { fen, type Fen } from "@/lib/money/fen";
import type { SkuFacts } from "@/lib/offers/evaluate-offer";
import type { Placement } from "@/lib/offers/placement";
import { nearestReason, type LabelReason } from "./label-reason";
import { resolveSku, type Candidate, type Loser, type SkuResolution, type SkuResolver } from "./resolve-sku";
import type { Standing } from "./shop-facts";

/** A SKU as labels are worked out from it. */
export interface GoodsSku {
  skuId: string;
  code: string;
  position: number;
  cashPriceFen: Fen;
  installmentPriceFen: Fen;
  inStock: boolean;
}

/** A product as labels are worked out from it: no words, no cost, no history, its SKUs without the removed ones. */
export interface LabelGoods<S extends GoodsSku = GoodsSku> {
  productId: string;
  category: string;
  contentTags: readonly string[];
  skus: readonly S[];
}

export interface LabelSku extends GoodsSku {
  name: string;
}

/** The same with the words a person knows it by. */
export interface LabelProduct extends LabelGoods<LabelSku> {
  externalId: string;
  title: string;
}

export interface Ask {
  placement: Placement;
  /** one SKU of the product */
  skuId?: string;
  /** replaces the cash price; the installment price keeps its difference from it */
  amount?: Fen;
}

export interface Resolution<S extends GoodsSku = LabelSku> {
  reason: LabelReason;
  winner: Candidate | null;
  /** whose prices the numbers are for */
  sku: S | null;
  losers: Loser[];
}

/**
 * One winner per product (SKU) × placement × amount × instant. Without a SKU, SKUs of one price are one; where prices differ one
 * label serves them all only if the same offer and term win with the same words and these name no amount. Its numbers are then
 * those of the SKU with the lowest cash price (then by position, then by code).
 */
export function resolveProduct<S extends GoodsSku>(standing: Standing, product: LabelGoods<S>, { placement, skuId, amount }: Ask, resolve: SkuResolver = resolveSku): Resolution<S> {
  const nothing = { winner: null, sku: null, losers: [] };
  if (standing.stopped) return { ...nothing, reason: "stopped" };
  const asked = skuId === undefined ? product.skus : product.skus.filter((sku) => sku.skuId === skuId);
  if (asked.length === 0) return { ...nothing, reason: "not-for-sale" };
  const inStock = asked.filter((sku) => sku.inStock);
  if (inStock.length === 0) return { ...nothing, reason: "out-of-stock" };

  const resolutions = onePerPrice(inStock, amount).map((sku) => ({ sku, ...resolve(standing, toSkuFacts(product, sku), placement, amount) }));
  const [first] = resolutions;
  if (resolutions.every(({ winner }) => winner === null)) {
    return { reason: nearestReason(resolutions.flatMap(({ losers }) => losers.map(({ loss }) => loss))), winner: null, sku: first!.sku, losers: first!.losers };
  }
  if (resolutions.length > 1 && !saySame(resolutions)) return { reason: "sku-required", winner: null, sku: null, losers: [] };
  return { reason: "labelled", winner: first!.winner, sku: first!.sku, losers: first!.losers };
}

/** The SKU whose numbers a label of the product shows, where one label serves it whole. */
export function shownSku(product: LabelGoods): SkuFacts | null {
  const [sku] = onePerPrice(product.skus.filter(({ inStock }) => inStock), undefined);
  return sku ? toSkuFacts(product, sku) : null;
}

/** The cheapest first; of SKUs that cost the same only the first. */
function onePerPrice<S extends GoodsSku>(skus: readonly S[], amount: Fen | undefined): S[] {
  // Nearly every product is sold in one form.
  if (skus.length === 1) return [...skus];
  const sorted = [...skus].sort((a, b) => a.cashPriceFen - b.cashPriceFen || a.position - b.position || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0));
  const byPrice = new Map<string, S>();
  for (const sku of sorted) {
    const cash = amount ?? sku.cashPriceFen;
    const key = `${cash} ${cash + sku.installmentPriceFen - sku.cashPriceFen}`;
    if (!byPrice.has(key)) byPrice.set(key, sku);
  }
  return [...byPrice.values()];
}

function saySame(resolutions: SkuResolution[]): boolean {
  const first = resolutions[0]!.winner;
  return (
    first !== null &&
    resolutions.every(
      ({ winner }) =>
        winner !== null &&
        !winner.namesAmount &&
        winner.offerId === first.offerId &&
        winner.term === first.term &&
        winner.mainLine === first.mainLine &&
        winner.subLine === first.subLine,
    )
  );
}

const toSkuFacts = ({ productId, category, contentTags }: LabelGoods, { skuId, cashPriceFen, installmentPriceFen, inStock }: GoodsSku): SkuFacts => ({
  productId,
  skuId,
  category,
  contentTags,
  cashPriceFen: fen(cashPriceFen),
  installmentPriceFen: fen(installmentPriceFen),
  costPriceFen: null,
  inStock,
});
