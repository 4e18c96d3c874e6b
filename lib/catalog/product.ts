import type { Fen } from "@/lib/money/fen";

export interface Sku {
  id: string;
  code: string;
  name: string;
  cashPriceFen: Fen;
  installmentPriceFen: Fen;
  listPriceFen: Fen | null;
  /** undefined where the reader may not see it */
  costPriceFen?: Fen | null;
  inStock: boolean;
}

export interface Product {
  id: string;
  externalId: string;
  title: string;
  category: string;
  contentTags: string[];
  version: number;
  changedAt: string;
  createdAt: string;
  skus: Sku[];
}

/** One line of the list: prices are the lowest and the highest over the SKUs that are sold. */
export interface ProductRow {
  id: string;
  externalId: string;
  title: string;
  category: string;
  contentTags: string[];
  changedAt: string;
  skuCount: number;
  skusInStock: number;
  cashPriceFen: { from: Fen; to: Fen };
  installmentPriceFen: { from: Fen; to: Fen };
  /** of the SKU with the lowest, in basis points of its cash price; undefined where the reader may not see it, null where no cost price is known */
  marginBps?: number | null;
}
