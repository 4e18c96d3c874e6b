import { IMPORT_COLUMNS_MAX } from "./file-limits";
import type { ImportField, Mapping } from "./import-schema";

/** Header names as merchants' exports write them, best first. */
const NAMES: Record<ImportField, readonly string[]> = {
  externalId: ["商品id", "商品编号", "商品编码", "商家编码", "货号", "productid", "externalid", "itemid", "id", "编号"],
  title: ["商品标题", "商品名称", "标题", "名称", "品名", "producttitle", "productname", "title", "name"],
  cashPrice: ["现金价", "全款价", "一次性付款价", "到手价", "cashprice"],
  installmentPrice: ["分期价", "分期价格", "installmentprice", "instalmentprice"],
  listPrice: ["划线价", "市场价", "原价", "吊牌价", "listprice", "originalprice", "msrp"],
  costPrice: ["成本价", "成本", "进货价", "costprice", "cost"],
  category: ["类目", "商品类目", "分类", "品类", "category"],
  contentTags: ["标签", "内容标签", "商品标签", "tags", "contenttags"],
  skuCode: ["规格id", "规格编码", "skuid", "skucode", "sku编码", "sku"],
  skuName: ["规格名称", "规格", "款式", "skuname", "variant"],
  stock: ["库存", "存货", "库存数量", "可售库存", "现货", "stock", "inventory", "quantity"],
};
const SELLING_PRICE_NAMES = ["售价", "销售价", "价格", "单价", "price", "saleprice"];

/**
 * Which column means what, guessed from the header. A selling price (售价) is the cash price,
 * unless the file has a cash price of its own: then it is what an installment buyer owes.
 */
export function guessMapping(header: readonly string[]): Mapping {
  const columns = header.slice(0, IMPORT_COLUMNS_MAX).map(plainName);
  const mapping: Mapping = {};
  for (const [field, names] of Object.entries(NAMES) as [ImportField, readonly string[]][]) {
    const column = firstColumn(columns, names, mapping);
    if (column !== undefined) mapping[field] = column;
  }
  const sellingPrice = firstColumn(columns, SELLING_PRICE_NAMES, mapping);
  if (sellingPrice !== undefined) {
    if (mapping.cashPrice === undefined) mapping.cashPrice = sellingPrice;
    else if (mapping.installmentPrice === undefined) mapping.installmentPrice = sellingPrice;
  }
  return mapping;
}

function firstColumn(columns: readonly string[], names: readonly string[], taken: Mapping): number | undefined {
  const used = new Set(Object.values(taken));
  for (const name of names) {
    const column = columns.findIndex((one, index) => one === name && !used.has(index));
    if (column >= 0) return column;
  }
  return undefined;
}

/** "商品 ID（必填）" and "Product_ID*" are what they look like: units and remarks in brackets do not count. */
function plainName(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[(\[【].*?[)\]】]/g, "")
    .replace(/[\s_\-*:]/g, "");
}
