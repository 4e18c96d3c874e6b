import { asSystemInShop, asSystem } from "@/lib/access/gates";
import type { Clock } from "@/lib/platform/clock";
import { inTransaction } from "@/lib/platform/transaction";
import { RUNNING_STATES } from "./import-schema";
import { queueImportRun } from "./queue-import-run";

/** A run says every half second that it is alive; one that was silent for so long is taken for dead. */
const SILENT_MS_MAX = 60_000;
const RESUMED_AT_ONCE_MAX = 100;

/** Begins anew what a process left behind when it died: the dead run's transaction never was, so nothing is done twice. */
export async function resumeImports({ clock }: { clock: Clock }): Promise<number> {
  const silentSince = new Date(clock.now().getTime() - SILENT_MS_MAX);
  const isDead = { state: { in: [...RUNNING_STATES] }, seenAliveAt: { lt: silentSince } };
  const dead = await inTransaction(asSystem({ clock }), ({ tx }) => tx.productImport.findMany({ where: isDead, select: { id: true, shopId: true }, take: RESUMED_AT_ONCE_MAX }));
  for (const { id, shopId } of dead) {
    await inTransaction(asSystemInShop(shopId, { clock }), async (ctx) => {
      const [taken] = await ctx.tx.productImport.updateManyAndReturn({ where: { id, shopId, ...isDead }, data: { attempt: { increment: 1 }, doneCount: 0, seenAliveAt: clock.now() } });
      if (taken) await queueImportRun(ctx, { importId: id, attempt: taken.attempt, fileBytes: taken.fileBytes });
    });
  }
  return dead.length;
}
