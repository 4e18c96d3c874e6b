import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { notify } from "@/lib/notifications/notify";
import { noteShopChange } from "@/lib/platform/change-notice";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { expectStop } from "./expect-stop";
import { stopLabelsInput } from "./schema";

/** Lets the shop's labels be shown again: those that the offers of now give, not those of before. */
export async function liftStop(ctx: ShopContext, input: unknown): Promise<{ at: string; reason: string }> {
  requirePermission(ctx, "label:stop");
  const { reason } = stopLabelsInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const before = await expectStop(ctx, { stopped: true });
    const at = ctx.clock.now();
    const { id } = await ctx.tx.labelStop.create({ data: { shopId: ctx.shopId, kind: "lifted", at, by: ctx.actor.id ?? ctx.actor.name, reason } });
    await noteShopChange(ctx);
    await notify(ctx, { kind: "labels-stop-lifted", params: { by: ctx.actor.name }, subject: null, dedupeKey: `labels-stop-lifted:${id}` });
    await recordAudit(ctx, "labels.stop-lifted", `shop:${ctx.shopId}`, { before, after: { kind: "lifted", reason } });
    return { at: at.toISOString(), reason };
  });
}
