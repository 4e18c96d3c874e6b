import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Context } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";

/** Ends every session of the person, on every device, the one that asks included. */
export async function endSessions(ctx: Context): Promise<void> {
  requirePermission(ctx, "account:edit");
  const id = ctx.actor.id ?? "";
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.tx.user.updateMany({ where: { id }, data: { sessionVersion: { increment: 1 } } });
    if (count === 0) throw notFound("user");
    await recordAudit(ctx, "user.sessions-ended", `user:${id}`);
  });
}
