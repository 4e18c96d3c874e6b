import type { Fen } from "@/lib/money/fen";
import type { SkuFacts } from "./evaluate-offer";

/** A SKU with the words a person knows it by. */
export interface OfferSku extends SkuFacts {
  title: string;
  skuName: string;
}

/** The product whose figures are shown; null stands for a reference price where nothing is in the target yet. */
export interface ExampleProduct {
  product: Pick<OfferSku, "productId" | "skuId" | "title" | "skuName"> | null;
  cashPriceFen: Fen;
  installmentPriceFen: Fen;
  costPriceFen: Fen | null;
}
