import type { Context, InTx, ShopContext } from "@/lib/platform/context";
import { TOLD_DOWN_REASONS, type DownReason } from "./down-reason";
import { notify } from "@/lib/notifications/notify";

export interface ComeDown {
  copyId: string;
  submissionId: string;
  productTitle: string;
  reason: DownReason;
  ruleSetSha256: string;
  /** what was found, or why a person did it */
  detail: Record<string, string | number>;
}

/** Takes one live text down, keeps why, and tells the shop unless its own people did it. False where it was down already. */
export async function bringDown(ctx: InTx<Pick<ShopContext, "shopId"> & Context>, { copyId, submissionId, productTitle, reason, ruleSetSha256, detail }: ComeDown): Promise<boolean> {
  const at = ctx.clock.now();
  const { count } = await ctx.tx.copy.updateMany({ where: { id: copyId, shopId: ctx.shopId, liveSubmissionId: submissionId }, data: { liveSubmissionId: null, changedAt: at } });
  if (count === 0) return false;
  await ctx.tx.copyEvent.create({ data: { shopId: ctx.shopId, copyId, submissionId, kind: "came-down", at, by: ctx.actor.id, reason, ruleSetSha256, detail } });
  if (TOLD_DOWN_REASONS.some((told) => told === reason)) {
    await notify(ctx, { kind: "copy-came-down", params: { product: productTitle, reason }, subject: `copy:${copyId}`, dedupeKey: `copy-came-down:${submissionId}:${at.toISOString()}` });
  }
  return true;
}
