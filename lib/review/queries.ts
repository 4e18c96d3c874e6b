import { requirePermission } from "@/lib/access/require-permission";
import type { CopyCheck, Finding } from "@/lib/copy-check/check-copy";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import type { CopyFacts } from "./copy-facts";
import type { Picture } from "./picture";
import { pictureOfVersion } from "./picture-queries";
import { copyStanding, type CopyStanding } from "./standing";
import type { FindingDecision, SubmissionState } from "./submission-state";

const COPIES_PER_PAGE = 50;
const VERSIONS_SHOWN_MAX = 30;
const REMARKS_SHOWN_MAX = 200;
const EVENTS_SHOWN_MAX = 100;
const SUBMISSIONS_SHOWN_MAX = 30;
const EXCERPT_LENGTH = 120;

export interface CopyRow {
  id: string;
  productId: string;
  productTitle: string;
  placement: string;
  kind: string;
  excerpt: string;
  standing: CopyStanding;
  isLive: boolean;
  changedAt: string;
}

/** Newest change first; `after` continues below a row. */
export async function listCopies(ctx: ShopContext, { after, archived = false, productId }: { after?: string; archived?: boolean; productId?: string } = {}): Promise<{ rows: CopyRow[]; next: string | null }> {
  requirePermission(ctx, "copy:view");
  return inRead(ctx, async ({ tx }) => {
    const cursor = after ? await tx.copy.findFirst({ where: { id: after, shopId: ctx.shopId }, select: { id: true } }) : null;
    const copies = await tx.copy.findMany({
      where: { shopId: ctx.shopId, archivedAt: archived ? { not: null } : null, ...(productId && { productId }) },
      orderBy: [{ changedAt: "desc" }, { id: "asc" }],
      take: COPIES_PER_PAGE + 1,
      ...(cursor && { cursor: { id: cursor.id }, skip: 1 }),
    });
    const page = copies.slice(0, COPIES_PER_PAGE);
    const ids = page.map(({ id }) => id);
    const products = new Map((await tx.product.findMany({ where: { shopId: ctx.shopId, id: { in: page.map((copy) => copy.productId) } }, select: { id: true, title: true } })).map(({ id, title }) => [id, title]));
    const versions = await tx.$queryRaw<{ copy_id: string; excerpt: string }[]>`
      SELECT v.copy_id, left(v.text, ${EXCERPT_LENGTH}) AS excerpt FROM copy_version v JOIN copy c ON c.id = v.copy_id AND c.version = v.version WHERE v.shop_id = ${ctx.shopId} AND v.copy_id = ANY(${ids}::text[])`;
    const newest = await tx.$queryRaw<{ copy_id: string; version: number; state: SubmissionState }[]>`
      SELECT DISTINCT ON (copy_id) copy_id, version, state FROM copy_submission WHERE shop_id = ${ctx.shopId} AND copy_id = ANY(${ids}::text[]) ORDER BY copy_id, submitted_at DESC, id DESC`;
    const excerptOf = new Map(versions.map(({ copy_id, excerpt }) => [copy_id, excerpt]));
    const newestOf = new Map(newest.map((row) => [row.copy_id, row]));
    const rows = page.map((copy) => ({
      id: copy.id,
      productId: copy.productId,
      productTitle: products.get(copy.productId) ?? copy.productId,
      placement: copy.placement,
      kind: copy.kind,
      excerpt: excerptOf.get(copy.id) ?? "",
      standing: copyStanding({ version: copy.version, archived: copy.archivedAt !== null, isLive: copy.liveSubmissionId !== null, newest: newestOf.get(copy.id) ?? null }),
      isLive: copy.liveSubmissionId !== null,
      changedAt: copy.changedAt.toISOString(),
    }));
    return { rows, next: copies.length > COPIES_PER_PAGE ? rows.at(-1)!.id : null };
  });
}

export interface VersionRow {
  version: number;
  text: string;
  createdAt: string;
}

export interface DecisionRow {
  id: string;
  step: number;
  kind: string;
  byName: string;
  at: string;
  reason: string;
  findings: FindingDecision[];
}

export interface RemarkRow {
  id: string;
  version: number;
  start: number;
  end: number;
  side: "shop" | "review";
  byName: string;
  text: string;
  at: string;
}

export interface SubmissionRow {
  id: string;
  version: number;
  state: SubmissionState;
  verdict: CopyCheck["verdict"];
  findings: Finding[];
  facts: CopyFacts;
  submittedAt: string;
  submittedName: string;
  dueAt: string;
  decisions: DecisionRow[];
}

export interface EventRow {
  id: string;
  kind: string;
  at: string;
  reason: string;
  detail: Record<string, string | number>;
}

export interface CopyDetail {
  id: string;
  productId: string;
  productTitle: string;
  placement: string;
  kind: string;
  offerId: string | null;
  version: number;
  text: string;
  /** the poster that the newest version stands on */
  picture: Picture | null;
  standing: CopyStanding;
  /** the version that is shown, if any */
  liveVersion: number | null;
  versions: VersionRow[];
  /** newest first */
  submissions: SubmissionRow[];
  remarks: RemarkRow[];
  events: EventRow[];
}

export async function getCopy(ctx: ShopContext, copyId: string): Promise<CopyDetail> {
  requirePermission(ctx, "copy:view");
  return inRead(ctx, async (ctx) => {
    const copy = await ctx.tx.copy.findFirst({ where: { id: copyId, shopId: ctx.shopId } });
    if (!copy) throw notFound("copy");
    const product = await ctx.tx.product.findFirst({ where: { id: copy.productId, shopId: ctx.shopId }, select: { title: true } });
    const versions = await ctx.tx.copyVersion.findMany({ where: { copyId, shopId: ctx.shopId }, orderBy: { version: "desc" }, take: VERSIONS_SHOWN_MAX });
    const submissions = await loadSubmissions(ctx, copyId);
    const { remarks, events } = await loadThread(ctx, copyId);
    const [newest] = submissions;
    return {
      id: copy.id,
      productId: copy.productId,
      productTitle: product?.title ?? copy.productId,
      placement: copy.placement,
      kind: copy.kind,
      offerId: copy.offerId,
      version: copy.version,
      text: versions[0]?.text ?? "",
      picture: await pictureOfVersion(ctx, versions[0]?.pictureId ?? null, ctx.shopId),
      standing: copyStanding({ version: copy.version, archived: copy.archivedAt !== null, isLive: copy.liveSubmissionId !== null, newest: newest ?? null }),
      liveVersion: submissions.find(({ id }) => id === copy.liveSubmissionId)?.version ?? null,
      versions: versions.map(({ version, text, createdAt }) => ({ version, text, createdAt: createdAt.toISOString() })),
      submissions,
      remarks,
      events,
    };
  });
}

async function loadSubmissions(ctx: InTx<ShopContext>, copyId: string): Promise<SubmissionRow[]> {
  const rows = await ctx.tx.copySubmission.findMany({ where: { copyId, shopId: ctx.shopId }, orderBy: [{ submittedAt: "desc" }, { id: "desc" }], take: SUBMISSIONS_SHOWN_MAX });
  const decisions = await ctx.tx.copyDecision.findMany({ where: { shopId: ctx.shopId, submissionId: { in: rows.map(({ id }) => id) } }, orderBy: { step: "asc" }, omit: { document: true } });
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    state: row.state as SubmissionState,
    verdict: row.verdict as CopyCheck["verdict"],
    findings: row.findings as unknown as Finding[],
    facts: row.facts as unknown as CopyFacts,
    submittedAt: row.submittedAt.toISOString(),
    submittedName: row.submittedName,
    dueAt: row.dueAt.toISOString(),
    decisions: decisions.filter(({ submissionId }) => submissionId === row.id).map(toDecisionRow),
  }));
}

export const toDecisionRow = ({ id, step, kind, byName, at, reason, findings }: { id: string; step: number; kind: string; byName: string; at: Date; reason: string; findings: unknown }): DecisionRow => ({
  id,
  step,
  kind,
  byName,
  at: at.toISOString(),
  reason,
  findings: findings as FindingDecision[],
});

/** What was said about a text and what happened to it. */
export async function loadThread(ctx: InTx, copyId: string): Promise<{ remarks: RemarkRow[]; events: EventRow[] }> {
  const remarks = await ctx.tx.copyRemark.findMany({ where: { copyId }, orderBy: [{ at: "asc" }, { id: "asc" }], take: REMARKS_SHOWN_MAX });
  const events = await ctx.tx.copyEvent.findMany({ where: { copyId }, orderBy: [{ at: "desc" }, { id: "desc" }], take: EVENTS_SHOWN_MAX });
  return {
    remarks: remarks.map(({ id, version, startsAt, endsAt, side, byName, text, at }) => ({ id: String(id), version, start: startsAt, end: endsAt, side: side === "review" ? "review" : "shop", byName, text, at: at.toISOString() })),
    events: events.map(({ id, kind, at, reason, detail }) => ({ id: String(id), kind, at: at.toISOString(), reason, detail: detail as Record<string, string | number> })),
  };
}

/** The document of a decision on the shop's own words. */
export async function getOwnEvidence(ctx: ShopContext, decisionId: string): Promise<Record<string, unknown>> {
  requirePermission(ctx, "copy:view");
  const row = await inRead(ctx, ({ tx }) => tx.copyDecision.findFirst({ where: { id: decisionId, shopId: ctx.shopId }, select: { document: true, documentSha256: true } }));
  if (!row) throw notFound("decision");
  return { ...(row.document as Record<string, unknown>), documentSha256: row.documentSha256 };
}
