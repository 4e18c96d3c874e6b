import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import type { ProductImport } from "./import-schema";

const REPORT_EVERY_MS = 400;

/** An import in the hands of one background run. */
export interface ImportRun {
  current: ProductImport;
  attempt: number;
}

/** Somebody canceled, or another run has taken over: what was done is undone, and nobody needs to be told. */
export class RunLost extends Error {
  constructor() {
    super("The import is no longer this run's");
    this.name = "RunLost";
  }
}

/** What a run may still change: its own import in the state in which it took it. */
export const ofThisRun = (ctx: ShopContext, { current: { id, state }, attempt }: ImportRun) => ({ id, shopId: ctx.shopId, state, attempt });

/** Says from time to time how far the run is, outside of its transaction, and learns there that it is not wanted any more. */
export function createReporter(ctx: ShopContext, run: ImportRun): (done: number) => Promise<void> {
  const outside: ShopContext = { ...ctx, tx: undefined, afterCommit: undefined };
  let reportedAtMs = performance.now();
  return async (done) => {
    if (performance.now() - reportedAtMs < REPORT_EVERY_MS) return;
    const { count } = await inTransaction(outside, ({ tx }) => tx.productImport.updateMany({ where: ofThisRun(ctx, run), data: { doneCount: done, seenAliveAt: new Date() } }));
    if (count === 0) throw new RunLost();
    reportedAtMs = performance.now();
  };
}
