import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { PlatformContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { decideProposal } from "./decide-proposal";
import { PROPOSAL_KINDS, type ProposalKind } from "./proposal-kinds";
import { approveProposalInput } from "./schema";

/** Puts an open proposal of another person into force, judged once more by the facts of now. */
export async function approveProposal(ctx: PlatformContext, kind: ProposalKind, input: z.input<typeof approveProposalInput>): Promise<void> {
  const { approve, apply } = PROPOSAL_KINDS[kind];
  requirePermission(ctx, approve);
  const { proposalId } = approveProposalInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const proposal = await decideProposal(ctx, { kind, proposalId, state: "approved", reason: null });
    const applied = await apply(ctx, proposal);
    await recordAudit(ctx, "proposal.approved", `proposal:${proposalId}`, { kind, proposedBy: proposal.proposedBy, ...applied });
  });
}
