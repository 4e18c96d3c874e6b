import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { PlatformContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { decideProposal } from "./decide-proposal";
import { PROPOSAL_KINDS, type ProposalKind } from "./proposal-kinds";
import { refuseProposalInput } from "./schema";

/** Closes an open proposal without effect. Who proposed it may take it back in the same way. */
export async function refuseProposal(ctx: PlatformContext, kind: ProposalKind, input: z.input<typeof refuseProposalInput>): Promise<void> {
  requirePermission(ctx, PROPOSAL_KINDS[kind].approve);
  const { proposalId, reason } = refuseProposalInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const { proposedBy } = await decideProposal(ctx, { kind, proposalId, state: "refused", reason });
    await recordAudit(ctx, "proposal.refused", `proposal:${proposalId}`, { kind, proposedBy, reason });
  });
}
