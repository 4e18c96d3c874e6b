import type { InTx, ShopContext } from "@/lib/platform/context";
import { addJob } from "@/lib/platform/jobs";

/** Larger files share one queue, so that two of them never fill memory and disk at once; smaller ones wait only for their own shop's. */
const LARGE_BYTES = 10_000_000;

/** Has the work that the import's state asks for done in the background. */
export async function queueImportRun(ctx: InTx<ShopContext>, { importId, attempt, fileBytes }: { importId: string; attempt: number; fileBytes: number }): Promise<void> {
  const queue = fileBytes > LARGE_BYTES ? "large-imports" : `imports:${ctx.shopId}`;
  await addJob(ctx, "run-import", { shopId: ctx.shopId, importId, attempt }, { key: `run-import:${importId}`, queue });
}
