import { inBulkTransaction, type Connection } from "@/lib/platform/bulk-transaction";
import type { ShopContext } from "@/lib/platform/context";
import { withStoredFile } from "./import-pieces";
import { createReporter, ofThisRun, RunLost, type ImportRun } from "./import-run";
import { createRowJudge } from "./judge-import-row";
import { openSource } from "./read-source";
import { storeRefusedRows, type RefusedRow } from "./refused-rows";
import { unreadableFile } from "./unreadable-file";

const CHECK_MS_MAX = 1_800_000;

/** Judges every row of the file and counts what would go in; the rows that stay out are kept with the reasons. */
export async function checkImport(ctx: ShopContext, run: ImportRun): Promise<void> {
  const { id, mapping, encoding } = run.current;
  const report = createReporter(ctx, run);
  await withStoredFile(ctx, id, async (file) => {
    let bytesRead = 0;
    const source = await openSource(file, { encoding: encoding ?? undefined, onProgress: (done) => (bytesRead = done) });
    const { judge } = createRowJudge(mapping, source.header.length);
    const counts = { rowCount: 0, acceptedCount: 0, refusedCount: 0, createdCount: 0, updatedCount: 0 };
    await inBulkTransaction(
      ctx,
      async (ctx, connection) => {
        await ctx.tx.productImportRow.deleteMany({ where: { shopId: ctx.shopId, importId: id } });
        for await (const rows of source.rows()) {
          const refused: RefusedRow[] = [];
          const products: string[] = [];
          for (const row of rows) {
            const judged = judge(row);
            if (!judged.ok) refused.push({ line: row.line, cells: row.cells, reasons: judged.reasons });
            else if (judged.sku.product) products.push(judged.sku.externalId);
          }
          await storeRefusedRows(ctx, id, refused);
          const known = await countKnown(connection, ctx.shopId, products);
          counts.rowCount += rows.length;
          counts.refusedCount += refused.length;
          counts.acceptedCount += rows.length - refused.length;
          counts.updatedCount += known;
          counts.createdCount += products.length - known;
          await report(bytesRead);
        }
        if (counts.rowCount === 0) throw unreadableFile("no-rows");
        const { count } = await ctx.tx.productImport.updateMany({ where: ofThisRun(ctx, run), data: { ...counts, state: "mapped" } });
        if (count === 0) throw new RunLost();
      },
      { timeoutMs: CHECK_MS_MAX },
    );
  });
}

/** How many of these products the shop has already. Why the shop is hidden from the planner: see the upsert. */
async function countKnown(connection: Connection, shopId: string, externalIds: readonly string[]): Promise<number> {
  if (externalIds.length === 0) return 0;
  const { rows } = await connection.query<{ known: number }>(COUNT_KNOWN, [shopId, externalIds]);
  return rows[0]!.known;
}

const COUNT_KNOWN = `SELECT count(*)::int AS known FROM unnest($2::text[]) AS x(external_id)
CROSS JOIN LATERAL (SELECT 1 FROM product WHERE shop_id = (SELECT $1) AND external_id = x.external_id LIMIT 1) AS p`;
