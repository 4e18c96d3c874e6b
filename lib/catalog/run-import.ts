import { asSystem, asSystemInShop, enterShop } from "@/lib/access/gates";
import type { ShopContext } from "@/lib/platform/context";
import { isDomainError } from "@/lib/platform/errors";
import type { Jobs } from "@/lib/platform/jobs";
import { log } from "@/lib/platform/log";
import { withTightHeap } from "@/lib/platform/tight-heap";
import { inRead, inTransaction } from "@/lib/platform/transaction";
import { checkImport } from "./check-import";
import { findRun } from "./import-queries";
import { ofThisRun, RunLost, type ImportRun } from "./import-run";
import type { ImportProblem } from "./import-schema";
import { storeImport } from "./store-import";

/** Does what the import's state asks for, for the person who asked for it. A file that cannot be read, or a fault, ends as `failed`; nothing is half done. */
export async function runImport({ shopId, importId, attempt }: Jobs["run-import"]): Promise<void> {
  const found = await findRun(asSystemInShop(shopId), importId, attempt);
  if (!found) return;
  const { askedBy, ...run } = found;
  try {
    const ctx = await enterAs(askedBy, shopId);
    await withTightHeap(() => (run.current.state === "checking" ? checkImport(ctx, run) : storeImport(ctx, run)));
    log.info({ shopId, importId, state: run.current.state }, "an import was worked on");
  } catch (error) {
    if (error instanceof RunLost) return;
    if (!isDomainError(error) || error.code === "internal") log.error({ err: error, shopId, importId }, "an import failed");
    await fail(asSystemInShop(shopId), run, problemOf(error));
  }
}

async function enterAs(userId: string | null, shopId: string): Promise<ShopContext> {
  if (userId === null) throw new Error("Nobody asked for this import");
  const { name } = await inRead(asSystem(), ({ tx }) => tx.user.findUniqueOrThrow({ where: { id: userId }, select: { name: true } }));
  return enterShop({ userId, name, locale: null, theme: null }, shopId);
}

async function fail(ctx: ShopContext, run: ImportRun, problem: ImportProblem): Promise<void> {
  await inTransaction(ctx, ({ tx }) => tx.productImport.updateMany({ where: ofThisRun(ctx, run), data: { state: "failed", problem: { ...problem }, version: { increment: 1 } } }));
}

function problemOf(error: unknown): ImportProblem {
  if (!isDomainError(error) || (error.code !== "unreadable_file" && error.code !== "too_large")) return { problem: "internal" };
  return { ...(error.detail.params as unknown as ImportProblem) };
}
