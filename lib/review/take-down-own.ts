import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { bringDown } from "./came-down";
import { lockCopy } from "./copy-record";
import { takeDownOwnInput } from "./schema";

/** The shop takes its own live text down. */
export async function takeDownOwn(ctx: ShopContext, input: z.input<typeof takeDownOwnInput>): Promise<void> {
  requirePermission(ctx, "copy:edit");
  const { copyId, reason } = takeDownOwnInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const { liveSubmissionId } = await lockCopy(ctx, copyId);
    if (!liveSubmissionId) throw new DomainError("wrong_state", { params: { what: "copy", state: "not-live" } });
    const { ruleSetSha256 } = await ctx.tx.copySubmission.findUniqueOrThrow({ where: { id: liveSubmissionId } });
    await bringDown(ctx, { copyId, submissionId: liveSubmissionId, productTitle: "", reason: "by-shop", ruleSetSha256, detail: { reason } });
    await recordAudit(ctx, "copy.taken-down", `copy:${copyId}`, { submissionId: liveSubmissionId, reason });
  });
}
