import type { InTx, ShopContext } from "@/lib/platform/context";
import type { Reason } from "./judge-import-row";

/** A row that stays out: its cells as they stood in the file, and why. */
export interface RefusedRow {
  line: number;
  cells: string[];
  reasons: Reason[];
}

export async function storeRefusedRows(ctx: InTx<ShopContext>, importId: string, rows: readonly RefusedRow[]): Promise<void> {
  if (rows.length === 0) return;
  await ctx.tx.$executeRaw`
    INSERT INTO product_import_row (shop_id, import_id, line, cells, reasons)
    SELECT ${ctx.shopId}, ${importId}, x.line, x.cells, x.reasons FROM jsonb_to_recordset(${JSON.stringify(rows.map(storable))}::jsonb) AS x(line int, cells text[], reasons jsonb)`;
}

/** Half of a character cannot be stored; it is shown as what it is, unreadable. */
const storable = (row: RefusedRow): RefusedRow => ({ ...row, cells: row.cells.map((cell) => cell.toWellFormed().replaceAll("\u0000", "\ufffd")) });
