import type { Permission } from "@/lib/access/roles";
import type { InTx, PlatformContext } from "@/lib/platform/context";
import { applyCopyRules } from "./apply-copy-rules";
import { applyTemplate } from "./apply-template";

/** A proposal as it was made, on its way to take effect. */
export interface ProposalToApply {
  id: string;
  content: unknown;
  note: string;
  /** a Shanghai midnight; it may have passed while the proposal was open */
  effectiveFrom: Date;
  proposedBy: string;
}

interface ProposalRules {
  approve: Permission;
  /** Judges anew and puts into force, in the transaction of the approval; gives what the audit says of it. */
  apply: (ctx: InTx<PlatformContext>, proposal: ProposalToApply) => Promise<Record<string, unknown>>;
}

/** What can be proposed, who may approve it, and what approving does. */
export const PROPOSAL_KINDS = {
  "label-template": { approve: "template:approve", apply: applyTemplate },
  "copy-rules": { approve: "copy-rules:approve", apply: applyCopyRules },
} as const satisfies Record<string, ProposalRules>;

export type ProposalKind = keyof typeof PROPOSAL_KINDS;
