import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { InTx, PlatformContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { keepProposal } from "./keep-proposal";
import { lockTemplates, refuseFaultyTemplate } from "./apply-template";
import { proposeTemplateInput, type ProposeTemplateInput, type TemplateChange } from "./template-schema";

/** Proposes a new code, the next version of one, or its retirement, from a Shanghai date; another person puts it into force. One open proposal per code. */
export async function proposeTemplate(ctx: PlatformContext, input: ProposeTemplateInput): Promise<{ proposalId: string }> {
  requirePermission(ctx, "template:propose");
  const { fromDate, note, expectedVersion, ...proposed } = proposeTemplateInput.parse(input);
  const change: TemplateChange = { ...proposed, basis: expectedVersion };
  return inTransaction(ctx, async (ctx) => {
    const kept = await lockTemplates(ctx, change);
    await refuseSecondProposal(ctx, change.code);
    await refuseFaultyTemplate(ctx, { change, fromDate, kept });
    const proposalId = await keepProposal(ctx, { kind: "label-template", content: change, note, fromDate });
    await recordAudit(ctx, "proposal.made", `proposal:${proposalId}`, { kind: "label-template", note, fromDate, after: auditedChange(change) });
    return { proposalId };
  });
}

function auditedChange(change: TemplateChange): Record<string, unknown> {
  if (change.change === "retire") return { code: change.code, status: "retired" };
  const { code, kind, placements, mainLine, subLine } = change;
  return { code, kind, placements, mainLine, subLine, status: "approved" };
}

async function refuseSecondProposal(ctx: InTx<PlatformContext>, code: string): Promise<void> {
  const open = await ctx.tx.proposal.findFirst({ where: { kind: "label-template", state: "open", content: { path: ["code"], equals: code } }, select: { id: true } });
  if (open) throw new DomainError("wrong_state", { params: { what: "label-template", state: "proposed" }, issues: [{ path: "code", code: "proposal-open", params: { key: "templates.problems.proposal-open" } }], data: { proposalId: open.id } });
}
