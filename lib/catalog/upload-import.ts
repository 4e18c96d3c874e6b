import type { z } from "zod";
import { can, requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";
import { inTransaction } from "@/lib/platform/transaction";
import { decodeText, detectEncoding } from "./decode-text";
import { guessMapping } from "./guess-mapping";
import { getImport } from "./import-queries";
import { isCompleteMapping, uploadImportInput, type Encoding, type ProductImport } from "./import-schema";
import { createJudgement, type Verdict } from "./judge-rows";
import { readCsv, type CsvRow } from "./read-csv";
import { receiveUpload, type ReceivedFile } from "./receive-upload";
import { STAGED_BATCH_SIZE, storeStagedRows } from "./staged-rows";
import { unreadableFile } from "./unreadable-file";

const SAMPLE_ROWS = 10;
/** Uploads of a shop that nobody finished; the oldest give way. */
const OPEN_IMPORTS_MAX = 10;

/** Takes a CSV file in: its rows are staged, its columns guessed and, where the guess is complete, every row judged. Nothing is in the catalog yet. */
export async function uploadImport(ctx: ShopContext, input: z.input<typeof uploadImportInput>, body: AsyncIterable<Uint8Array>): Promise<ProductImport> {
  requirePermission(ctx, "product:import");
  const { fileName, encoding: named } = uploadImportInput.parse(input);
  return receiveUpload(body, async (file) => {
    const detected = await detectEncoding(file.path);
    const encoding = named ?? detected;
    return inTransaction(ctx, async (ctx) => {
      await giveWay(ctx);
      const id = newId("imp", ctx.clock.now());
      await stage(ctx, id, { fileName, encoding, file });
      const stored = await getImport(ctx, id);
      await recordAudit(ctx, "import.uploaded", `import:${id}`, { fileName, fileSha256: file.sha256, fileBytes: file.bytes, encoding, rowCount: stored.rowCount });
      return stored;
    });
  });
}

async function stage(ctx: InTx<ShopContext>, id: string, { fileName, encoding, file }: { fileName: string; encoding: Encoding; file: ReceivedFile }): Promise<void> {
  const rows = readCsv(decodeText(file.path, encoding));
  const first = await rows.next();
  if (first.done) throw unreadableFile("no-header");
  const header = first.value.cells.map((name) => name.trim());
  const guess = guessMapping(header);
  if (!can(ctx, "cost:view")) delete guess.costPrice;
  const judgement = isCompleteMapping(guess) ? createJudgement(ctx, guess, header.length) : null;
  const sample: string[][] = [];
  let rowCount = 0;
  for await (const batch of inBatches(rows)) {
    rowCount += batch.length;
    sample.push(...batch.slice(0, SAMPLE_ROWS - sample.length).map(({ cells }) => cells));
    await storeStagedRows(ctx, id, judgement ? await judgement.add(batch) : batch.map((row) => ({ ...row, reasons: [] })));
  }
  if (rowCount === 0) throw unreadableFile("no-rows");
  const verdict: Verdict = judgement?.verdict ?? { acceptedCount: 0, refusedCount: 0, createdCount: 0, updatedCount: 0 };
  await ctx.tx.productImport.create({
    data: {
      id,
      shopId: ctx.shopId,
      fileName,
      fileSha256: file.sha256,
      fileBytes: file.bytes,
      encoding,
      state: judgement ? "mapped" : "uploaded",
      header,
      sample,
      mapping: guess,
      rowCount,
      ...verdict,
      createdBy: ctx.actor.id ?? ctx.actor.name,
      createdAt: ctx.clock.now(),
    },
  });
}

async function* inBatches(rows: AsyncIterable<CsvRow>): AsyncGenerator<CsvRow[]> {
  let batch: CsvRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < STAGED_BATCH_SIZE) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function giveWay(ctx: InTx<ShopContext>): Promise<void> {
  const old = await ctx.tx.productImport.findMany({
    where: { shopId: ctx.shopId, state: { in: ["uploaded", "mapped"] } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    skip: OPEN_IMPORTS_MAX - 1,
    take: OPEN_IMPORTS_MAX,
    select: { id: true },
  });
  const ids = old.map(({ id }) => id);
  if (ids.length === 0) return;
  await ctx.tx.productImport.updateMany({ where: { shopId: ctx.shopId, id: { in: ids } }, data: { state: "discarded", version: { increment: 1 } } });
  await ctx.tx.productImportRow.deleteMany({ where: { shopId: ctx.shopId, importId: { in: ids } } });
}
