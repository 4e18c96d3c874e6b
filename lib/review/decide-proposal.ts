import type { InTx, PlatformContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import type { ProposalKind } from "./proposal-kinds";

interface Decision {
  kind: ProposalKind;
  proposalId: string;
  state: "approved" | "refused";
  reason: string | null;
}

/** Closes an open proposal for whoever comes first; nobody approves what they proposed. */
export async function decideProposal(ctx: InTx<PlatformContext>, { kind, proposalId, state, reason }: Decision) {
  const proposal = await ctx.tx.proposal.findFirst({ where: { id: proposalId, kind } });
  if (!proposal) throw notFound("proposal");
  if (state === "approved" && proposal.proposedBy === ctx.actor.id) throw new DomainError("review_refused", { params: { reason: "own-proposal" } });
  const { count } = await ctx.tx.proposal.updateMany({
    where: { id: proposalId, kind, state: "open" },
    data: { state, reason, decidedBy: ctx.actor.id ?? ctx.actor.name, decidedName: ctx.actor.name, decidedAt: ctx.clock.now() },
  });
  if (count === 0) throw new DomainError("conflict", { params: { what: "proposal" } });
  return proposal;
}
