import type { z } from "zod";
import { can, requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { InTx, PlatformContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { LEASE_MINUTES, lockSubmission, ownShopIds } from "./reviewable";
import { claimInput } from "./schema";
import { OPEN_STATES } from "./submission-state";

export interface Claim {
  submissionId: string;
  until: string;
}

/** Takes one submission for a while, or keeps it for longer. */
export async function claimSubmission(ctx: PlatformContext, input: z.input<typeof claimInput>): Promise<Claim> {
  requirePermission(ctx, "review:decide");
  const { submissionId } = claimInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const { state, claimedBy } = await lockSubmission(ctx, submissionId);
    if (!OPEN_STATES.some((open) => open === state)) throw new DomainError("wrong_state", { params: { what: "submission", state } });
    return hold(ctx, { id: submissionId, claimedBy });
  });
}

/** Takes the most urgent submission that the person may decide on and nobody holds: second looks and overdue ones by risk, then by age. Null where the queue is empty. */
export async function claimNext(ctx: PlatformContext): Promise<Claim | null> {
  requirePermission(ctx, "review:decide");
  const isLead = can(ctx, "review:lead");
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const own = await ownShopIds(ctx);
    const [row] = await ctx.tx.$queryRaw<{ id: string; claimed_by: string | null }[]>`
      SELECT s.id, s.claimed_by FROM copy_submission s
      WHERE s.state IN ('waiting', 'second-look') AND s.submitted_by <> ${ctx.actor.id} AND NOT s.shop_id = ANY(${own}::text[])
        AND (s.claimed_by IS NULL OR s.claimed_by = ${ctx.actor.id} OR s.claimed_until <= ${now}) AND (NOT s.is_escalated OR ${isLead})
        AND NOT EXISTS (SELECT 1 FROM copy_decision d WHERE d.submission_id = s.id AND d.by = ${ctx.actor.id} AND s.state = 'second-look')
      ORDER BY (s.claimed_by = ${ctx.actor.id} AND s.claimed_until > ${now}) DESC NULLS LAST, (s.due_at <= ${now}) DESC, s.risk DESC, s.submitted_at, s.id
      LIMIT 1 FOR UPDATE SKIP LOCKED`;
    return row ? hold(ctx, { id: row.id, claimedBy: row.claimed_by }) : null;
  });
}

async function hold(ctx: InTx<PlatformContext>, { id, claimedBy }: { id: string; claimedBy: string | null }): Promise<Claim> {
  const until = new Date(ctx.clock.now().getTime() + LEASE_MINUTES * 60_000);
  await ctx.tx.copySubmission.update({ where: { id }, data: { claimedBy: ctx.actor.id, claimedUntil: until } });
  if (claimedBy !== ctx.actor.id) await recordAudit(ctx, "review.claimed", `submission:${id}`);
  return { submissionId: id, until: until.toISOString() };
}
