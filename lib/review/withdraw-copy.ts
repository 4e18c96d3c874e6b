import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { withdrawCopyInput } from "./schema";
import { OPEN_STATES } from "./submission-state";

/** Takes a submission out of the queue, so that its words can be changed. */
export async function withdrawCopy(ctx: ShopContext, input: z.input<typeof withdrawCopyInput>): Promise<void> {
  requirePermission(ctx, "copy:edit");
  const { submissionId } = withdrawCopyInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const submission = await ctx.tx.copySubmission.findFirst({ where: { id: submissionId, shopId: ctx.shopId } });
    if (!submission) throw notFound("submission");
    const now = ctx.clock.now();
    const { count } = await ctx.tx.copySubmission.updateMany({
      where: { id: submissionId, shopId: ctx.shopId, state: { in: [...OPEN_STATES] } },
      data: { state: "withdrawn", stateVersion: { increment: 1 }, claimedBy: null, claimedUntil: null, decidedAt: now },
    });
    if (count === 0) throw new DomainError("wrong_state", { params: { what: "submission", state: submission.state } });
    await recordAudit(ctx, "copy.withdrawn", `copy:${submission.copyId}`, { submissionId, before: submission.state });
  });
}
