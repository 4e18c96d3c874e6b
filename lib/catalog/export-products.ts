import type { Readable } from "node:stream";
import { z } from "zod";
import { recordAudit } from "@/lib/audit/record-audit";
import { can, requirePermission } from "@/lib/access/require-permission";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inRead, inTransaction } from "@/lib/platform/transaction";
import { csvFile, workbookFile, WORKBOOK_ROWS_MAX } from "./export-file";
import { EXPORT_LANGUAGES, EXPORT_STOCK, exportHeader } from "./export-words";
import { FILE_KINDS, type ImportField } from "./import-schema";

export const exportProductsInput = z.object({ kind: z.enum(FILE_KINDS), language: z.enum(EXPORT_LANGUAGES).default("zh-CN") });
export type ExportProductsInput = z.input<typeof exportProductsInput>;

const PRODUCTS_AT_ONCE = 1_000;

/** In the order of the columns of the file. */
const FIELDS = ["externalId", "title", "category", "contentTags", "skuCode", "skuName", "cashPrice", "installmentPrice", "listPrice", "costPrice", "stock"] as const satisfies readonly ImportField[];

/** A cell of an export: a text, or an amount that spreadsheets should count with. */
export type ExportCell = string | { amount: string };

/**
 * Everything the shop sells as a file that can be imported as it is: one row a SKU, the names of the columns as imports understand them. It is
 * read as fast as it is taken, a thousand products at a time, so a change during a long download may or may not be in. Costs are left out for
 * those who may not see them. Throws invalid_input where a workbook cannot hold as many rows.
 */
export async function exportProducts(ctx: ShopContext, input: ExportProductsInput): Promise<Readable> {
  requirePermission(ctx, "product:import");
  const { kind, language } = exportProductsInput.parse(input);
  const fields = FIELDS.filter((field) => field !== "costPrice" || can(ctx, "cost:view"));
  await inTransaction(ctx, async (ctx) => {
    if (kind === "xlsx") {
      const [row] = await ctx.tx.$queryRaw<{ count: bigint }[]>`SELECT coalesce(sum(sku_count), 0) AS count FROM product WHERE shop_id = ${ctx.shopId} AND NOT removed`;
      if (Number(row!.count) >= WORKBOOK_ROWS_MAX) throw new DomainError("invalid_input", { issues: [{ path: "kind", code: "too-many-rows", params: { max: WORKBOOK_ROWS_MAX } }] });
    }
    await recordAudit(ctx, "product.exported", `shop:${ctx.shopId}`, { kind });
  });
  const rows = rowsOf(ctx, fields, exportHeader(language, fields), EXPORT_STOCK[language]);
  return kind === "xlsx" ? workbookFile(rows) : csvFile(rows);
}

async function* rowsOf(ctx: ShopContext, fields: readonly ImportField[], header: string[], stock: Record<"in" | "out", string>): AsyncGenerator<ExportCell[][]> {
  yield [header];
  for (let after = ""; ; ) {
    const rows = await inRead(
      ctx,
      ({ tx }) => tx.$queryRaw<StoredRow[]>`
        SELECT p.id, p.external_id, p.title, p.category, p.content_tags, s.code, s.name, s.cash_price_fen::text, s.installment_price_fen::text, s.list_price_fen::text, s.cost_price_fen::text, s.in_stock
        FROM (SELECT * FROM product WHERE shop_id = ${ctx.shopId} AND NOT removed AND id > ${after} ORDER BY id LIMIT ${PRODUCTS_AT_ONCE}::int) p
        JOIN sku s ON s.shop_id = p.shop_id AND s.product_id = p.id AND NOT s.removed ORDER BY p.id, s.position, s.id`,
    );
    const last = rows.at(-1);
    if (!last) return;
    yield rows.map((row) => fields.map((field) => cellOf(row, field, stock)));
    after = last.id;
  }
}

function cellOf(row: StoredRow, field: ImportField, stock: Record<"in" | "out", string>): ExportCell {
  switch (field) {
    case "externalId":
      return row.external_id;
    case "title":
      return row.title;
    case "category":
      return row.category;
    case "contentTags":
      return row.content_tags.join("、");
    case "skuCode":
      return row.code;
    case "skuName":
      return row.name;
    case "cashPrice":
      return yuan(row.cash_price_fen);
    case "installmentPrice":
      return yuan(row.installment_price_fen);
    case "listPrice":
      return yuan(row.list_price_fen);
    case "costPrice":
      return yuan(row.cost_price_fen);
    case "stock":
      return row.in_stock ? stock.in : stock.out;
  }
}

/** Digits moved, not divided: "12900" becomes 129.00. */
function yuan(fen: string | null): ExportCell {
  if (fen === null) return "";
  const digits = fen.padStart(3, "0");
  return { amount: `${digits.slice(0, -2)}.${digits.slice(-2)}` };
}

interface StoredRow {
  id: string;
  external_id: string;
  title: string;
  category: string;
  content_tags: string[];
  code: string;
  name: string;
  cash_price_fen: string;
  installment_price_fen: string;
  list_price_fen: string | null;
  cost_price_fen: string | null;
  in_stock: boolean;
}
