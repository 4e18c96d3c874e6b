import { getTranslations } from "next-intl/server";
import { openShop, orNotFound } from "@/app/gates";
import { reasonText } from "@/components/catalog/reason-text";
import { BYTE_ORDER_MARK, csvLine } from "@/lib/catalog/error-file";
import { getImport, listRefusedRows } from "@/lib/catalog/import-queries";

type Params = { params: Promise<{ shop: string; import: string }> };

/** The refused rows as a file: the cells as they stood, the line, and the reasons in the reader's language. */
export async function GET(_request: Request, { params }: Params): Promise<Response> {
  const { shop, import: importId } = await params;
  const ctx = await openShop(shop);
  const [t, { header }] = await Promise.all([getTranslations("imports"), orNotFound(getImport(ctx, importId))]);
  const encoder = new TextEncoder();
  let after: number | null = 0;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(encoder.encode(BYTE_ORDER_MARK + csvLine([...header, t("refused.line"), t("refused.reasons")]))),
    pull: async (controller) => {
      if (after === null) return controller.close();
      const { rows, next } = await listRefusedRows(ctx, importId, { after });
      const lines = rows.map(({ line, cells, reasons }) => csvLine([...header.map((_name, column) => cells[column] ?? ""), String(line), reasons.map((reason) => reasonText(t, reason)).join(t("refused.separator"))]));
      controller.enqueue(encoder.encode(lines.join("")));
      after = next;
    },
  });
  return new Response(body, {
    headers: { "content-type": "text/csv; charset=utf-8", "content-disposition": `attachment; filename="refused-rows-${importId}.csv"`, "cache-control": "no-store" },
  });
}
