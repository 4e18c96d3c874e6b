import { requirePermission } from "@/lib/access/require-permission";
import type { KeptTemplate } from "@/lib/label-text/template-in-force";
import { listKeptTemplates, TEMPLATE_VERSIONS_MAX } from "@/lib/offers/templates";
import type { PlatformContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { listDecidedProposals, listOpenProposals, type ProposalRow } from "./list-proposals";
import { templateChangeSchema, type TemplateChange } from "./template-schema";
import { templateStanding, type TemplateStandingState } from "./template-standing";

export interface TemplateVersion extends KeptTemplate {
  state: TemplateStandingState;
  until: Date | null;
  /** null where it came with the product */
  approvedByName: string | null;
}

export interface TemplateProposal extends Omit<ProposalRow, "content"> {
  change: TemplateChange;
  /** the version that it follows; null for a new code */
  before: KeptTemplate | null;
}

export interface TemplateOverview {
  /** by code, the newest first */
  versions: TemplateVersion[];
  open: TemplateProposal[];
  decided: TemplateProposal[];
  nextAfter: string | null;
}

/** Every version of every template with where it stands, and what was proposed. */
export async function getTemplateOverview(ctx: PlatformContext, { after }: { after?: string } = {}): Promise<TemplateOverview> {
  requirePermission(ctx, "review:view");
  return inRead(ctx, async (ctx) => {
    const kept = await listKeptTemplates(ctx);
    const approved = await ctx.tx.proposal.findMany({ where: { kind: "label-template", state: "approved" }, select: { content: true, decidedName: true }, take: TEMPLATE_VERSIONS_MAX });
    const approverOf = new Map(approved.map(({ content, decidedName }) => [keyAfter(templateChangeSchema.parse(content)), decidedName]));
    const now = ctx.clock.now();
    const versions = kept.map((one) => ({ ...one, ...templateStanding(one, kept, now), approvedByName: approverOf.get(`${one.code} ${one.version}`) ?? null }));
    const toProposal = ({ content, ...row }: ProposalRow): TemplateProposal => {
      const change = templateChangeSchema.parse(content);
      return { ...row, change, before: kept.find(({ code, version }) => code === change.code && version === change.basis) ?? null };
    };
    const { rows, nextAfter } = await listDecidedProposals(ctx, "label-template", { after });
    return {
      versions: versions.sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : b.version - a.version)),
      open: (await listOpenProposals(ctx, "label-template")).map(toProposal),
      decided: rows.map(toProposal),
      nextAfter,
    };
  });
}

const keyAfter = ({ code, basis }: TemplateChange): string => `${code} ${basis + 1}`;
