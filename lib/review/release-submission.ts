import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { PlatformContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { claimInput } from "./schema";

/** Puts a claimed submission back. Of another's claim, or none, nothing changes. */
export async function releaseSubmission(ctx: PlatformContext, input: z.input<typeof claimInput>): Promise<void> {
  requirePermission(ctx, "review:decide");
  const { submissionId } = claimInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const { count } = await ctx.tx.copySubmission.updateMany({ where: { id: submissionId, claimedBy: ctx.actor.id }, data: { claimedBy: null, claimedUntil: null } });
    if (count > 0) await recordAudit(ctx, "review.released", `submission:${submissionId}`);
  });
}
