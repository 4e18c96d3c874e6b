import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { notify } from "@/lib/notifications/notify";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { atOneInstant } from "./at-one-instant";
import { claimImport, getImport } from "./import-queries";
import { commitImportInput, type ProductImport } from "./import-schema";
import { createRowJudge, type ImportedSku } from "./judge-import-row";
import { noteCatalogChange } from "./note-catalog-change";
import { readStagedRows } from "./staged-rows";
import { createUpsert } from "./upsert-skus";

/** Puts the accepted rows into the catalog, all of them or none, once: products are found by their external id, SKUs by their code. */
export async function commitImport(ctx: ShopContext, input: z.input<typeof commitImportInput>): Promise<ProductImport> {
  requirePermission(ctx, "product:import");
  const { importId, version } = commitImportInput.parse(input);
  const { clock } = ctx;
  return inTransaction(atOneInstant(ctx), async (ctx) => {
    const claimed = await claimImport(ctx, importId, version, { from: ["mapped"], to: "committed" });
    if (claimed.mapping.costPrice !== undefined) requirePermission(ctx, "cost:view");
    if (claimed.acceptedCount === 0) throw new DomainError("wrong_state", { params: { state: "nothing-accepted" } });
    const judge = createRowJudge(claimed.mapping, claimed.header.length);
    const upsert = createUpsert(ctx, { mapping: claimed.mapping, seq: await noteCatalogChange(ctx) });
    for await (const batch of readStagedRows(ctx, importId)) {
      const accepted: ImportedSku[] = [];
      for (const { line, cells } of batch) {
        const judged = judge(line, cells);
        if (judged.ok) accepted.push(judged.sku);
      }
      await upsert.add(accepted);
    }
    const counts = upsert.counts();
    if (counts.rows !== claimed.acceptedCount) throw new Error(`Import ${importId}: ${claimed.acceptedCount} rows were accepted, ${counts.rows} came to be stored`);
    // What went in stands in the catalog now; what stayed out is kept for the error file.
    await ctx.tx.$executeRaw`DELETE FROM product_import_row WHERE shop_id = ${ctx.shopId} AND import_id = ${importId} AND reasons = '[]'::jsonb`;
    const { fileName, fileSha256, fileBytes, encoding, rowCount, acceptedCount, refusedCount } = claimed;
    await recordAudit(ctx, "import.committed", `import:${importId}`, { fileName, fileSha256, fileBytes, encoding, rowCount, acceptedCount, refusedCount, ...counts });
    await notify(ctx, {
      kind: "import-committed",
      params: { file: fileName, created: counts.created, updated: counts.updated },
      subject: `import:${importId}`,
      dedupeKey: `import-committed:${importId}`,
    });
    // The rows count from when this began; that they are seen only from now on is kept too, for whoever asks what was shown.
    await ctx.tx.$executeRaw`
      UPDATE product_import SET began_at = ${ctx.clock.now()}, committed_at = ${clock.now()}, created_count = ${counts.created}, updated_count = ${counts.updated}
      WHERE id = ${importId} AND shop_id = ${ctx.shopId}`;
    return getImport(ctx, importId);
  });
}
