import type { InTx, ShopContext } from "@/lib/platform/context";
import type { Reason } from "./judge-import-row";

/** Rows per statement: large enough to be fast, small enough for one message. */
export const STAGED_BATCH_SIZE = 2_000;

export interface StagedRow {
  line: number;
  cells: string[];
  reasons: Reason[];
}

export async function storeStagedRows(ctx: InTx<ShopContext>, importId: string, rows: readonly StagedRow[]): Promise<void> {
  await ctx.tx.$executeRaw`
    INSERT INTO product_import_row (shop_id, import_id, line, cells, reasons)
    SELECT ${ctx.shopId}, ${importId}, x.line, x.cells, x.reasons FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(line int, cells text[], reasons jsonb)`;
}

export async function storeReasons(ctx: InTx<ShopContext>, importId: string, rows: readonly Pick<StagedRow, "line" | "reasons">[]): Promise<void> {
  await ctx.tx.$executeRaw`
    UPDATE product_import_row r SET reasons = x.reasons FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS x(line int, reasons jsonb)
    WHERE r.shop_id = ${ctx.shopId} AND r.import_id = ${importId} AND r.line = x.line AND r.reasons IS DISTINCT FROM x.reasons`;
}

/** All rows of an import in the order of the file, in batches. */
export async function* readStagedRows(ctx: InTx<ShopContext>, importId: string): AsyncGenerator<StagedRow[]> {
  for (let after = 0; ; ) {
    const batch = await ctx.tx.$queryRaw<StagedRow[]>`
      SELECT line, cells, reasons FROM product_import_row WHERE shop_id = ${ctx.shopId} AND import_id = ${importId} AND line > ${after} ORDER BY line LIMIT ${STAGED_BATCH_SIZE}::int`;
    if (batch.length === 0) return;
    yield batch;
    after = batch.at(-1)!.line;
  }
}

/** Which of these external ids the shop has already. */
export async function findKnownExternalIds(ctx: InTx<ShopContext>, externalIds: readonly string[]): Promise<Set<string>> {
  const rows = await ctx.tx.$queryRaw<{ external_id: string }[]>`
    SELECT p.external_id FROM unnest(${[...externalIds]}::text[]) AS x(external_id)
    CROSS JOIN LATERAL (SELECT external_id FROM product WHERE shop_id = ${ctx.shopId} AND external_id = x.external_id LIMIT 1) AS p`;
  return new Set(rows.map((row) => row.external_id));
}
