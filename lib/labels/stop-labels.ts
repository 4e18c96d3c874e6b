import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { notify } from "@/lib/notifications/notify";
import { noteShopChange } from "@/lib/platform/change-notice";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { expectStop } from "./expect-stop";
import { stopLabelsInput } from "./schema";

/** Takes every label of the shop down at once, on every placement, until the stop is lifted. */
export async function stopLabels(ctx: ShopContext, input: unknown): Promise<{ at: string; reason: string }> {
  requirePermission(ctx, "label:stop");
  const { reason } = stopLabelsInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const before = await expectStop(ctx, { stopped: false });
    const at = ctx.clock.now();
    const { id } = await ctx.tx.labelStop.create({ data: { shopId: ctx.shopId, kind: "stopped", at, by: ctx.actor.id ?? ctx.actor.name, reason } });
    await noteShopChange(ctx);
    await notify(ctx, { kind: "labels-stopped", params: { by: ctx.actor.name, reason }, subject: null, dedupeKey: `labels-stopped:${id}` });
    await recordAudit(ctx, "labels.stopped", `shop:${ctx.shopId}`, { before, after: { kind: "stopped", reason } });
    return { at: at.toISOString(), reason };
  });
}
