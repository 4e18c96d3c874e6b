import { recordAudit } from "@/lib/audit/record-audit";
import { notify } from "@/lib/notifications/notify";
import { requirePermission } from "@/lib/access/require-permission";
import { inBulkTransaction } from "@/lib/platform/bulk-transaction";
import { IMPORT_WAIT_MS } from "@/lib/platform/change-notice";
import type { ShopContext } from "@/lib/platform/context";
import { atOneInstant } from "./at-one-instant";
import { dropPieces, withStoredFile } from "./import-pieces";
import { createReporter, ofThisRun, RunLost, type ImportRun } from "./import-run";
import { createRowJudge, type ImportedSku } from "./judge-import-row";
import { noteCatalogChange } from "./note-catalog-change";
import { openSource } from "./read-source";
import { createUpsert } from "./upsert-skus";

const STORE_MS_MAX = 3_600_000;
/** Rows per statement: large enough to be fast, small enough to be canceled soon. */
const BATCH_SIZE = 10_000;

/** Puts the accepted rows of a checked file into the catalog, all of them or none: products are found by their external id, SKUs by their code. */
export async function storeImport(ctx: ShopContext, run: ImportRun): Promise<void> {
  requirePermission(ctx, "product:import");
  const { id, mapping, encoding, fileName, fileSha256, fileBytes, kind, rowCount, acceptedCount, refusedCount } = run.current;
  if (mapping.costPrice !== undefined) requirePermission(ctx, "cost:view");
  const { clock } = ctx;
  const report = createReporter(ctx, run);
  await withStoredFile(ctx, id, async (file) => {
    const source = await openSource(file, { encoding: encoding ?? undefined });
    const { judge, productCount } = createRowJudge(mapping, source.header.length);
    await inBulkTransaction(
      atOneInstant(ctx),
      async (ctx, connection) => {
        const upsert = await createUpsert(ctx, connection, { mapping, seq: await noteCatalogChange(ctx, { waitMs: IMPORT_WAIT_MS }) });
        let batch: ImportedSku[] = [];
        let done = 0;
        for await (const rows of source.rows()) {
          for (const row of rows) {
            const judged = judge(row);
            if (judged.ok) batch.push(judged.sku);
          }
          done += rows.length;
          if (batch.length < BATCH_SIZE) continue;
          // The database stores one batch while the next is read and judged.
          await upsert.add(batch);
          batch = [];
          await report(done);
        }
        await upsert.add(batch);
        const counts = await upsert.finish();
        if (counts.rows !== acceptedCount) throw new Error(`Import ${id}: ${acceptedCount} rows were accepted, ${counts.rows} came to be stored`);
        const unchanged = productCount() - counts.created - counts.updated;
        await dropPieces(ctx, [id]);
        await recordAudit(ctx, "import.committed", `import:${id}`, { fileName, fileSha256, fileBytes, kind, encoding, rowCount, acceptedCount, refusedCount, ...counts, unchanged });
        await notify(ctx, {
          kind: "import-committed",
          params: { file: fileName, created: counts.created, updated: counts.updated },
          subject: `import:${id}`,
          dedupeKey: `import-committed:${id}`,
        });
        // The rows count from when this began; that they are seen only from now on is kept too, for whoever asks what was shown.
        const { count } = await ctx.tx.productImport.updateMany({
          where: ofThisRun(ctx, run),
          data: { state: "committed", version: { increment: 1 }, beganAt: ctx.clock.now(), committedAt: clock.now(), createdCount: counts.created, updatedCount: counts.updated },
        });
        if (count === 0) throw new RunLost();
      },
      { timeoutMs: STORE_MS_MAX },
    );
  });
}
