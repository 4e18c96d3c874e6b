import { createReadStream } from "node:fs";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { enterShop } from "@/lib/access/gates";
import { commitImport } from "@/lib/catalog/commit-import";
import { getImport } from "@/lib/catalog/import-queries";
import { runImport } from "@/lib/catalog/run-import";
import { uploadImport } from "@/lib/catalog/upload-import";
import type { ShopContext } from "@/lib/platform/context";
import { closeDatabase } from "@/lib/platform/db";
import { PEOPLE } from "@/prisma/seed/cast";

/** What one import took, in seconds, and what it added to the memory of the process at most. */
export interface Imported {
  uploadSeconds: number;
  checkSeconds: number;
  storeSeconds: number;
  addedBytes: { upload: number; check: number; store: number };
  accepted: number;
  created: number;
}

const LOOK_EVERY_MS = 20;

// A process of its own, so that its memory is the import's: warmed up with a small file in another shop, then the large one is measured.
const [warmUpShop, warmUpFile, shop, file] = process.argv.slice(2) as [string, string, string, string];
const enter = (shopId: string) => enterShop({ userId: PEOPLE.owner.id, name: PEOPLE.owner.name, locale: null, theme: null }, shopId);
for (let round = 0; round < 2; round++) await importFile(await enter(warmUpShop), warmUpFile);
const imported = await importFile(await enter(shop), file);
process.send!(imported);
await closeDatabase();
process.disconnect();

async function importFile(ctx: ShopContext, name: string): Promise<Imported> {
  const upload = await measured(() => uploadImport(ctx, { fileName: "products.csv" }, createReadStream(name)));
  const importId = upload.result.id;
  const check = await measured(() => runImport({ shopId: ctx.shopId, importId, attempt: 1 }));
  const checked = await getImport(ctx, importId);
  if (checked.state !== "mapped") throw new Error(`The file was not understood: ${JSON.stringify(checked.problem)}`);
  await commitImport(ctx, { importId, version: checked.version });
  const store = await measured(() => runImport({ shopId: ctx.shopId, importId, attempt: 2 }));
  const stored = await getImport(ctx, importId);
  if (stored.state !== "committed") throw new Error(`The import came to be ${stored.state}`);
  return {
    uploadSeconds: upload.seconds,
    checkSeconds: check.seconds,
    storeSeconds: store.seconds,
    addedBytes: { upload: upload.addedBytes, check: check.addedBytes, store: store.addedBytes },
    accepted: stored.acceptedCount,
    created: stored.createdCount,
  };
}

async function measured<T>(work: () => Promise<T>): Promise<{ result: T; seconds: number; addedBytes: number }> {
  globalThis.gc?.();
  await sleep(300);
  const before = process.memoryUsage.rss();
  let peak = before;
  const timer = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), LOOK_EVERY_MS);
  const startedAt = performance.now();
  const result = await work();
  const seconds = (performance.now() - startedAt) / 1000;
  clearInterval(timer);
  return { result, seconds, addedBytes: Math.max(peak, process.memoryUsage.rss()) - before };
}
