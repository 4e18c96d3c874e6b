import type { Fen } from "@/lib/money/fen";
import type { LabelAnswer } from "@/lib/labels/label-view";
import type { PublicReason } from "@/lib/labels/label-reason";
import type { LabelProduct } from "@/lib/labels/resolve-product";
import type { Placement } from "@/lib/offers/placement";

export interface StoreSku {
  skuId: string;
  name: string;
  cashPriceFen: Fen;
  inStock: boolean;
}

/** A product on a storefront with the label of one placement; storefront and console draw it alike. */
export interface StoreGoods {
  productId: string;
  title: string;
  placement: Placement;
  /** the lowest where SKUs differ and none is chosen */
  priceFen: Fen | null;
  isFromPrice: boolean;
  skus: StoreSku[];
  chosenSkuId: string | null;
  label: { mainLine: string; subLine: string; disclosureUrl: string } | null;
  reason: PublicReason;
  /** approved words about the goods, as they are shown at this placement */
  words: readonly string[];
}

export function toGoods(product: LabelProduct, placement: Placement, { label, reason }: LabelAnswer, { skuId, amount }: { skuId?: string; amount?: Fen } = {}): StoreGoods {
  const chosen = product.skus.find((sku) => sku.skuId === skuId);
  const prices = (chosen ? [chosen] : product.skus).map(({ cashPriceFen }) => amount ?? cashPriceFen).sort((a, b) => a - b);
  return {
    productId: product.productId,
    title: product.title,
    placement,
    priceFen: prices[0] ?? null,
    isFromPrice: prices.length > 0 && prices[0] !== prices.at(-1),
    skus: product.skus.map(({ skuId: id, name, code, cashPriceFen, inStock }) => ({ skuId: id, name: name || code, cashPriceFen, inStock })),
    chosenSkuId: chosen?.skuId ?? null,
    label: label && { mainLine: label.mainLine, subLine: label.subLine, disclosureUrl: label.disclosureUrl },
    reason,
    words: [],
  };
}
