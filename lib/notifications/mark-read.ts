import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { markReadInput, NOTIFICATIONS_MARKED_MAX, type MarkReadInput } from "./schema";

/** Marks notifications as read by the person who asks; once more changes nothing. Everything unread goes in steps of a named limit. */
export async function markRead(ctx: ShopContext, input: MarkReadInput = {}): Promise<{ marked: number }> {
  requirePermission(ctx, "notification:view");
  const { ids } = markReadInput.parse(input);
  const userId = ctx.actor.id ?? "";
  return inTransaction(ctx, async (ctx) => {
    const found = await ctx.tx.notification.findMany({
      where: { shopId: ctx.shopId, ...(ids ? { id: { in: ids } } : { reads: { none: { userId } } }) },
      select: { id: true },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: NOTIFICATIONS_MARKED_MAX,
    });
    if (ids && found.length < new Set(ids).size) throw notFound("notification");
    const { count } = await ctx.tx.notificationRead.createMany({
      data: found.map(({ id }) => ({ shopId: ctx.shopId, notificationId: id, userId, at: ctx.clock.now() })),
      skipDuplicates: true,
    });
    if (count > 0) await recordAudit(ctx, "notification.read", `shop:${ctx.shopId}`, { ids: found.map(({ id }) => id) });
    return { marked: count };
  });
}
