import type { z } from "zod";
import { can, requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { inBulkTransaction } from "@/lib/platform/bulk-transaction";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";
import { guessMapping } from "./guess-mapping";
import { dropPieces, storePieces } from "./import-pieces";
import { getImport } from "./import-queries";
import { isCompleteMapping, uploadImportInput, type Mapping, type ProductImport } from "./import-schema";
import { queueImportRun } from "./queue-import-run";
import { openSource } from "./read-source";
import { receiveUpload } from "./receive-upload";
import { findRememberedMapping } from "./remembered-mapping";
import { unreadableFile } from "./unreadable-file";

const SAMPLE_ROWS = 10;
const UPLOAD_MS_MAX = 600_000;
/** Uploads of a shop that nobody finished; the oldest give way. */
const OPEN_IMPORTS_MAX = 5;

/** Takes a file in: it is kept, its columns are guessed and, where the guess is complete, its rows go to be checked. Nothing is in the catalog yet. */
export async function uploadImport(ctx: ShopContext, input: z.input<typeof uploadImportInput>, body: AsyncIterable<Uint8Array>): Promise<ProductImport> {
  requirePermission(ctx, "product:import");
  const { fileName, encoding: named } = uploadImportInput.parse(input);
  return receiveUpload(body, async (file) => {
    const { kind, encoding, header, sample } = await look(file.path, named);
    return inBulkTransaction(
      ctx,
      async (ctx, connection) => {
        await giveWay(ctx);
        const id = newId("imp", ctx.clock.now());
        const mapping = withoutCost(ctx, (await findRememberedMapping(ctx, header)) ?? guessMapping(header));
        const isComplete = isCompleteMapping(mapping);
        await ctx.tx.productImport.create({
          data: {
            id,
            shopId: ctx.shopId,
            fileName,
            fileSha256: file.sha256,
            fileBytes: file.bytes,
            kind,
            encoding,
            state: isComplete ? "checking" : "uploaded",
            header,
            sample,
            mapping,
            rowCount: 0,
            acceptedCount: 0,
            refusedCount: 0,
            createdCount: 0,
            updatedCount: 0,
            createdBy: ctx.actor.id ?? ctx.actor.name,
            createdAt: ctx.clock.now(),
            attempt: 1,
            totalCount: file.bytes,
            askedBy: ctx.actor.id,
            seenAliveAt: ctx.clock.now(),
          },
        });
        await storePieces(ctx, connection, id, file.path);
        if (isComplete) await queueImportRun(ctx, { importId: id, attempt: 1, fileBytes: file.bytes });
        await recordAudit(ctx, "import.uploaded", `import:${id}`, { fileName, fileSha256: file.sha256, fileBytes: file.bytes, kind, encoding });
        return getImport(ctx, id);
      },
      { timeoutMs: UPLOAD_MS_MAX },
    );
  });
}

async function look(file: string, named: ProductImport["encoding"] | undefined) {
  const source = await openSource(file, { encoding: named ?? undefined });
  for await (const rows of source.rows()) return { kind: source.kind, encoding: source.encoding, header: source.header, sample: rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.map((cell) => cell.toWellFormed())) };
  throw unreadableFile("no-rows");
}

function withoutCost(ctx: ShopContext, mapping: Mapping): Mapping {
  const { costPrice: _costPrice, ...rest } = mapping;
  return can(ctx, "cost:view") ? mapping : rest;
}

async function giveWay(ctx: InTx<ShopContext>): Promise<void> {
  const old = await ctx.tx.productImport.findMany({
    where: { shopId: ctx.shopId, state: { in: ["uploaded", "mapped", "failed"] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: OPEN_IMPORTS_MAX - 1,
    take: OPEN_IMPORTS_MAX,
    select: { id: true },
  });
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return;
  await ctx.tx.productImport.updateMany({ where: { shopId: ctx.shopId, id: { in: ids } }, data: { state: "discarded", version: { increment: 1 } } });
  await ctx.tx.productImportRow.deleteMany({ where: { shopId: ctx.shopId, importId: { in: ids } } });
  await dropPieces(ctx, ids);
}
