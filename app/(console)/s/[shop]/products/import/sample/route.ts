import { getTranslations } from "next-intl/server";
import { openShop } from "@/app/gates";
import { BYTE_ORDER_MARK, csvLine } from "@/lib/catalog/error-file";
import { IMPORT_FIELDS } from "@/lib/catalog/import-schema";

const ROWS: Record<(typeof IMPORT_FIELDS)[number], string>[] = [
  { externalId: "A1001", title: "青瓷盖碗 120ml", cashPrice: "268.00", installmentPrice: "268.00", listPrice: "328.00", costPrice: "98.00", category: "盖碗", contentTags: "新品、直播专享", skuCode: "A1001-Q", skuName: "天青", stock: "36" },
  { externalId: "A1001", title: "青瓷盖碗 120ml", cashPrice: "288.00", installmentPrice: "288.00", listPrice: "348.00", costPrice: "106.00", category: "盖碗", contentTags: "新品、直播专享", skuCode: "A1001-Y", skuName: "月白", stock: "0" },
  { externalId: "A1002", title: "胡桃木茶盘", cashPrice: "¥1,299.00", installmentPrice: "", listPrice: "", costPrice: "", category: "茶席配件", contentTags: "", skuCode: "", skuName: "", stock: "有货" },
];

/** A file to start from: every column there is, and rows that show what may stand in them. */
export async function GET(_request: Request, { params }: { params: Promise<{ shop: string }> }): Promise<Response> {
  await openShop((await params).shop);
  const t = await getTranslations("imports.fields");
  const lines = [IMPORT_FIELDS.map((field) => t(field)), ...ROWS.map((row) => IMPORT_FIELDS.map((field) => row[field]))];
  return new Response(BYTE_ORDER_MARK + lines.map(csvLine).join(""), {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": 'attachment; filename="yuefu-products.csv"' },
  });
}
