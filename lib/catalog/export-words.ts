import type { ImportField } from "./import-schema";

export const EXPORT_LANGUAGES = ["zh-CN", "en"] as const;
export type ExportLanguage = (typeof EXPORT_LANGUAGES)[number];

/** What imports read as in stock and as out of stock. */
export const EXPORT_STOCK: Record<ExportLanguage, Record<"in" | "out", string>> = {
  "zh-CN": { in: "有货", out: "缺货" },
  en: { in: "in stock", out: "out of stock" },
};

const HEADER: Record<ExportLanguage, Record<ImportField, string>> = {
  "zh-CN": {
    externalId: "商品 ID",
    title: "商品标题",
    cashPrice: "现金价",
    installmentPrice: "分期价",
    listPrice: "划线价",
    costPrice: "成本价",
    category: "类目",
    contentTags: "内容标签",
    skuCode: "规格 ID",
    skuName: "规格名称",
    stock: "库存",
  },
  en: {
    externalId: "Product ID",
    title: "Title",
    cashPrice: "Cash price",
    installmentPrice: "Installment price",
    listPrice: "List price",
    costPrice: "Cost price",
    category: "Category",
    contentTags: "Content tags",
    skuCode: "SKU ID",
    skuName: "SKU name",
    stock: "Stock",
  },
};

export const exportHeader = (language: ExportLanguage, fields: readonly ImportField[]): string[] => fields.map((field) => HEADER[language][field]);
