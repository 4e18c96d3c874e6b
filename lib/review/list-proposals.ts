import { requirePermission } from "@/lib/access/require-permission";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import type { PlatformContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import type { ProposalKind } from "./proposal-kinds";

const OPEN_SHOWN_MAX = 100;
const DECIDED_PER_PAGE = 20;

export interface ProposalRow {
  id: string;
  content: unknown;
  note: string;
  fromDate: CalendarDate;
  state: "open" | "approved" | "refused";
  proposedName: string;
  proposedAt: string;
  /** the reader's own */
  isOwn: boolean;
  decidedName: string | null;
  decidedAt: string | null;
  reason: string | null;
}

/** What waits for a second person, the oldest first. */
export async function listOpenProposals(ctx: PlatformContext, kind: ProposalKind): Promise<ProposalRow[]> {
  requirePermission(ctx, "review:view");
  const rows = await inRead(ctx, ({ tx }) => tx.proposal.findMany({ where: { kind, state: "open" }, orderBy: [{ proposedAt: "asc" }, { id: "asc" }], take: OPEN_SHOWN_MAX }));
  return rows.map((row) => toRow(row, ctx.actor.id));
}

/** What was decided, the newest first; `after` continues below a row. */
export async function listDecidedProposals(ctx: PlatformContext, kind: ProposalKind, { after }: { after?: string } = {}): Promise<{ rows: ProposalRow[]; nextAfter: string | null }> {
  requirePermission(ctx, "review:view");
  return inRead(ctx, async ({ tx }) => {
    const where = { kind, state: { in: ["approved", "refused"] } };
    const cursor = after === undefined ? null : await tx.proposal.findFirst({ where: { ...where, id: after }, select: { id: true } });
    const rows = await tx.proposal.findMany({ where, orderBy: [{ decidedAt: "desc" }, { id: "desc" }], take: DECIDED_PER_PAGE + 1, ...(cursor && { cursor, skip: 1 }) });
    const page = rows.slice(0, DECIDED_PER_PAGE);
    return { rows: page.map((row) => toRow(row, ctx.actor.id)), nextAfter: rows.length > DECIDED_PER_PAGE ? page.at(-1)!.id : null };
  });
}

export async function getProposal(ctx: PlatformContext, kind: ProposalKind, id: string): Promise<ProposalRow> {
  requirePermission(ctx, "review:view");
  const row = await inRead(ctx, ({ tx }) => tx.proposal.findFirst({ where: { id, kind } }));
  if (!row) throw notFound("proposal");
  return toRow(row, ctx.actor.id);
}

interface StoredProposal {
  id: string;
  content: unknown;
  note: string;
  effectiveFrom: Date;
  state: string;
  proposedBy: string;
  proposedName: string;
  proposedAt: Date;
  decidedName: string | null;
  decidedAt: Date | null;
  reason: string | null;
}

function toRow({ id, content, note, effectiveFrom, state, proposedBy, proposedName, proposedAt, decidedName, decidedAt, reason }: StoredProposal, reader: string | null): ProposalRow {
  return {
    id,
    content,
    note,
    fromDate: shanghaiDateOf(effectiveFrom),
    state: state as ProposalRow["state"],
    proposedName,
    proposedAt: proposedAt.toISOString(),
    isOwn: proposedBy === reader,
    decidedName,
    decidedAt: decidedAt && decidedAt.toISOString(),
    reason,
  };
}
