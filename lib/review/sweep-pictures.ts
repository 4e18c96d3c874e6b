import type { SystemContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";

/** A text that is being written has found its poster by then, or never will. */
const LOOSE_DAYS_MAX = 7;
const DAY_MS = 86_400_000;

/** Removes pictures that were uploaded and came to be on no text. */
export async function sweepPictures(ctx: SystemContext): Promise<number> {
  const before = new Date(ctx.clock.now().getTime() - LOOSE_DAYS_MAX * DAY_MS);
  const { count } = await inTransaction(ctx, ({ tx }) => tx.copyPicture.deleteMany({ where: { isKept: false, askedAt: { lt: before }, state: { in: ["read", "failed"] } } }));
  return count;
}
