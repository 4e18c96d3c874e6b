import { requirePermission } from "@/lib/access/require-permission";
import type { CopyCheck, Finding } from "@/lib/copy-check/check-copy";
import type { PlatformContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import type { CopyFacts } from "./copy-facts";
import type { Picture } from "./picture";
import { pictureOfVersion } from "./picture-queries";
import { loadThread, toDecisionRow, type DecisionRow, type EventRow, type RemarkRow } from "./queries";
import { ownShopIds } from "./reviewable";
import type { SubmissionState } from "./submission-state";

const QUEUE_PER_PAGE = 50;
export const QUEUE_FILTERS = ["open", "mine", "second-look", "escalated", "decided"] as const;
export type QueueFilter = (typeof QUEUE_FILTERS)[number];

export interface QueueRow {
  id: string;
  shopName: string;
  productTitle: string;
  placement: string;
  kind: string;
  excerpt: string;
  state: SubmissionState;
  verdict: CopyCheck["verdict"];
  findingCount: number;
  risk: number;
  isEscalated: boolean;
  submittedAt: string;
  dueAt: string;
  isOverdue: boolean;
  /** whose hands it is in now */
  claimedByName: string | null;
  isMine: boolean;
  /** of a shop or hand of the reader's own */
  isOwn: boolean;
}

interface QueueColumns {
  id: string;
  shop_id: string;
  shop_name: string;
  placement: string;
  kind: string;
  excerpt: string;
  state: SubmissionState;
  verdict: CopyCheck["verdict"];
  finding_count: number;
  title: string;
  risk: number;
  is_escalated: boolean;
  submitted_at: Date;
  submitted_by: string;
  due_at: Date;
  claimed_by: string | null;
  claimed_until: Date | null;
}

/** What waits, the most urgent first: overdue, then by risk, then by age; what is decided, the newest first. */
export async function listQueue(ctx: PlatformContext, { filter = "open", page = 1 }: { filter?: QueueFilter; page?: number } = {}): Promise<{ rows: QueueRow[]; hasMore: boolean; counts: Record<"open" | "mine" | "second-look" | "escalated" | "overdue", number> }> {
  requirePermission(ctx, "review:view");
  return inRead(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const me = ctx.actor.id ?? "";
    const isDecided = filter === "decided";
    const found = await ctx.tx.$queryRaw<QueueColumns[]>`
      SELECT s.id, s.shop_id, h.name AS shop_name, c.placement, c.kind, left(v.text, 160) AS excerpt, s.state, s.verdict, jsonb_array_length(s.findings) AS finding_count,
        s.facts->'product'->>'title' AS title, s.risk, s.is_escalated, s.submitted_at, s.submitted_by, s.due_at, s.claimed_by, s.claimed_until
      FROM copy_submission s JOIN copy c ON c.id = s.copy_id JOIN copy_version v ON v.copy_id = s.copy_id AND v.version = s.version JOIN shop h ON h.id = s.shop_id
      WHERE CASE WHEN ${isDecided} THEN s.state IN ('approved', 'changes-asked', 'rejected') ELSE s.state IN ('waiting', 'second-look') END
        AND (${filter} <> 'mine' OR (s.claimed_by = ${me} AND s.claimed_until > ${now}))
        AND (${filter} <> 'second-look' OR s.state = 'second-look') AND (${filter} <> 'escalated' OR s.is_escalated)
      ORDER BY CASE WHEN ${isDecided} THEN s.decided_at END DESC, (s.due_at <= ${now}) DESC, s.risk DESC, s.submitted_at, s.id
      LIMIT ${QUEUE_PER_PAGE + 1} OFFSET ${(Math.max(1, Math.min(page, 1_000)) - 1) * QUEUE_PER_PAGE}`;
    const own = new Set(await ownShopIds(ctx));
    const holders = new Map((await ctx.tx.auditEntry.findMany({ where: { action: "review.claimed", actorId: { in: found.flatMap(({ claimed_by }) => claimed_by ?? []) } }, distinct: ["actorId"], select: { actorId: true, actorName: true } })).map(({ actorId, actorName }) => [actorId, actorName]));
    const [counts] = await ctx.tx.$queryRaw<{ open: number; mine: number; second: number; escalated: number; overdue: number }[]>`
      SELECT count(*)::int AS open, (count(*) FILTER (WHERE claimed_by = ${me} AND claimed_until > ${now}))::int AS mine, (count(*) FILTER (WHERE state = 'second-look'))::int AS second,
        (count(*) FILTER (WHERE is_escalated))::int AS escalated, (count(*) FILTER (WHERE due_at <= ${now}))::int AS overdue
      FROM copy_submission WHERE state IN ('waiting', 'second-look')`;
    const rows = found.slice(0, QUEUE_PER_PAGE).map((row) => {
      const isClaimed = row.claimed_by !== null && row.claimed_until !== null && row.claimed_until > now;
      return {
        id: row.id,
        shopName: row.shop_name,
        productTitle: row.title,
        placement: row.placement,
        kind: row.kind,
        excerpt: row.excerpt,
        state: row.state,
        verdict: row.verdict,
        findingCount: row.finding_count,
        risk: row.risk,
        isEscalated: row.is_escalated,
        submittedAt: row.submitted_at.toISOString(),
        dueAt: row.due_at.toISOString(),
        isOverdue: !isDecided && row.due_at <= now,
        claimedByName: isClaimed ? (holders.get(row.claimed_by) ?? row.claimed_by) : null,
        isMine: isClaimed && row.claimed_by === me,
        isOwn: own.has(row.shop_id) || row.submitted_by === me,
      };
    });
    return { rows, hasMore: found.length > QUEUE_PER_PAGE, counts: { open: counts!.open, mine: counts!.mine, "second-look": counts!.second, escalated: counts!.escalated, overdue: counts!.overdue } };
  });
}

export interface SubmissionDetail {
  id: string;
  copyId: string;
  version: number;
  shopName: string;
  placement: string;
  kind: string;
  text: string;
  /** the poster that the words stand on */
  picture: Picture | null;
  /** the words that are shown now, if any others are */
  liveText: string | null;
  state: SubmissionState;
  stateVersion: number;
  isEscalated: boolean;
  verdict: CopyCheck["verdict"];
  findings: Finding[];
  facts: CopyFacts;
  ruleSetSha256: string;
  submittedName: string;
  submittedAt: string;
  dueAt: string;
  isOverdue: boolean;
  isMine: boolean;
  isHeldByOther: boolean;
  isOwn: boolean;
  /** the person decided on it before, so a second look is for another */
  hasDecided: boolean;
  decisions: DecisionRow[];
  remarks: RemarkRow[];
  events: EventRow[];
  /** waiting submissions of any shop with the same words and no poster */
  identicalWaiting: number;
}

/** One submission with all that a decision needs. */
export async function getSubmission(ctx: PlatformContext, submissionId: string): Promise<SubmissionDetail> {
  requirePermission(ctx, "review:view");
  return inRead(ctx, async (ctx) => {
    const row = await ctx.tx.copySubmission.findUnique({ where: { id: submissionId } });
    if (!row) throw notFound("submission");
    const now = ctx.clock.now();
    const me = ctx.actor.id ?? "";
    const copy = await ctx.tx.copy.findUniqueOrThrow({ where: { id: row.copyId } });
    const { text, pictureId } = await ctx.tx.copyVersion.findUniqueOrThrow({ where: { copyId_version: { copyId: row.copyId, version: row.version } } });
    const shop = await ctx.tx.shop.findUniqueOrThrow({ where: { id: row.shopId }, select: { name: true } });
    const decisions = await ctx.tx.copyDecision.findMany({ where: { submissionId }, orderBy: { step: "asc" }, omit: { document: true } });
    const live = copy.liveSubmissionId && copy.liveSubmissionId !== submissionId ? await ctx.tx.copySubmission.findUnique({ where: { id: copy.liveSubmissionId }, select: { version: true } }) : null;
    const liveVersion = live && (await ctx.tx.copyVersion.findUnique({ where: { copyId_version: { copyId: row.copyId, version: live.version } }, select: { text: true } }));
    const own = await ownShopIds(ctx);
    const [identical] = await ctx.tx.$queryRaw<{ count: number }[]>`
      SELECT count(*)::int AS count FROM copy_submission s JOIN copy_version v ON v.copy_id = s.copy_id AND v.version = s.version
      WHERE s.text_sha256 = ${row.textSha256} AND s.state = 'waiting' AND s.id <> ${submissionId} AND v.picture_id IS NULL AND s.shop_id <> ALL(${own}::text[])`;
    const isHeld = row.claimedBy !== null && row.claimedUntil !== null && row.claimedUntil > now;
    return {
      id: row.id,
      copyId: row.copyId,
      version: row.version,
      shopName: shop.name,
      placement: copy.placement,
      kind: copy.kind,
      text,
      picture: await pictureOfVersion(ctx, pictureId, row.shopId),
      liveText: liveVersion?.text ?? null,
      state: row.state as SubmissionState,
      stateVersion: row.stateVersion,
      isEscalated: row.isEscalated,
      verdict: row.verdict as CopyCheck["verdict"],
      findings: row.findings as unknown as Finding[],
      facts: row.facts as unknown as CopyFacts,
      ruleSetSha256: row.ruleSetSha256,
      submittedName: row.submittedName,
      submittedAt: row.submittedAt.toISOString(),
      dueAt: row.dueAt.toISOString(),
      isOverdue: row.decidedAt === null && row.dueAt <= now,
      isMine: isHeld && row.claimedBy === me,
      isHeldByOther: isHeld && row.claimedBy !== me,
      isOwn: own.includes(row.shopId) || row.submittedBy === me,
      hasDecided: decisions.some(({ by, kind }) => by === me && kind !== "escalate"),
      decisions: decisions.map(toDecisionRow),
      ...(await loadThread(ctx, row.copyId)),
      identicalWaiting: identical?.count ?? 0,
    };
  });
}

/** The document of a decision, with its hash beside it. */
export async function getEvidence(ctx: PlatformContext, decisionId: string): Promise<Record<string, unknown>> {
  requirePermission(ctx, "review:view");
  const row = await inRead(ctx, ({ tx }) => tx.copyDecision.findUnique({ where: { id: decisionId }, select: { document: true, documentSha256: true } }));
  if (!row) throw notFound("decision");
  return { ...(row.document as Record<string, unknown>), documentSha256: row.documentSha256 };
}
