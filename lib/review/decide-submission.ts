import type { Prisma } from "@/generated/prisma/client";
import { asSystemInShop } from "@/lib/access/gates";
import { can, requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { Finding } from "@/lib/copy-check/check-copy";
import { notify } from "@/lib/notifications/notify";
import type { InTx, PlatformContext, ShopId } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { inRead, inTransaction } from "@/lib/platform/transaction";
import { bringDown } from "./came-down";
import { getCopyFacts, type CopyFacts } from "./copy-facts";
import { makeEvidence } from "./evidence";
import { pictureOfVersion } from "./picture-queries";
import { judgeWords, newBlocks } from "./judge-words";
import { lockSubmission, type LockedSubmission } from "./reviewable";
import { ruleSetInForce, keepRuleSet } from "./rule-sets";
import { decideInput, type DecideInput } from "./schema";
import { outcomeOf, type FindingDecision, type SubmissionState } from "./submission-state";

export interface Decided {
  state: SubmissionState;
  decisionId: string;
}

/**
 * Approves, asks for changes, rejects or escalates. Approving what the machine would block needs each such finding overruled with a
 * reason and then a second person; numbers that moved since the submission are looked at again first.
 */
export async function decideSubmission(ctx: PlatformContext, input: DecideInput): Promise<Decided> {
  requirePermission(ctx, "review:decide");
  const decision = decideInput.parse(input);
  const current = decision.kind === "approve" ? await currentFacts(ctx, decision.submissionId) : null;
  return inTransaction(ctx, (ctx) => decideInOpen(ctx, decision, current));
}

/** The facts as they stand now, read as the system: a reviewer sees what a text is compared with and nothing else of the shop. */
export async function currentFacts(ctx: PlatformContext, submissionId: string): Promise<CopyFacts> {
  const found = await inRead(ctx, async ({ tx }) => {
    const submission = await tx.copySubmission.findUnique({ where: { id: submissionId }, select: { shopId: true, copyId: true } });
    return submission && { shopId: submission.shopId, ...(await tx.copy.findUniqueOrThrow({ where: { id: submission.copyId }, select: { productId: true, offerId: true } })) };
  });
  if (!found) throw notFound("submission");
  return getCopyFacts(asSystemInShop(found.shopId, ctx), found);
}

type Decision = ReturnType<typeof decideInput.parse>;

export async function decideInOpen(ctx: InTx<PlatformContext>, decision: Decision, current: CopyFacts | null): Promise<Decided> {
  const submission = await lockSubmission(ctx, decision.submissionId);
  if (submission.stateVersion !== decision.expectedStateVersion) throw new DomainError("conflict", { params: { what: "submission" } });
  const earlier = await ctx.tx.copyDecision.findMany({ where: { submissionId: submission.id }, orderBy: { step: "asc" } });
  const findings = submission.findings as unknown as Finding[];
  const by = ctx.actor.id ?? "";
  const outcome = outcomeOf({
    state: submission.state as SubmissionState,
    isEscalated: submission.isEscalated,
    kind: decision.kind,
    findings,
    decisions: decision.findings,
    by,
    submittedBy: submission.submittedBy,
    decidedBefore: earlier.filter(({ kind }) => kind !== "escalate").map((row) => row.by),
    isLead: can(ctx, "review:lead"),
  });
  if (!outcome.ok) throw new DomainError("review_refused", { params: { reason: outcome.reason } });
  const version = await ctx.tx.copyVersion.findUniqueOrThrow({ where: { copyId_version: { copyId: submission.copyId, version: submission.version } } });
  if (outcome.state === "approved" || outcome.state === "second-look") await refuseMovedNumbers(ctx, submission, version.text, current, decision.findings);

  const decisionId = await keepDecision(ctx, { submission, version, decision, state: outcome.state, previous: earlier.at(-1) ?? null });
  const now = ctx.clock.now();
  const isFinal = outcome.state === "approved" || outcome.state === "changes-asked" || outcome.state === "rejected";
  await ctx.tx.copySubmission.update({
    where: { id: submission.id, stateVersion: decision.expectedStateVersion },
    data: { state: outcome.state, isEscalated: outcome.isEscalated, stateVersion: { increment: 1 }, claimedBy: null, claimedUntil: null, decidedAt: isFinal ? now : null },
  });
  if (outcome.state === "approved") await putLive(ctx, submission);
  await tellShop(ctx, submission, outcome.state, decision.reason);
  await recordAudit(ctx, "review.decided", `submission:${submission.id}`, { kind: decision.kind, before: submission.state, after: outcome.state, reason: decision.reason, decisionId });
  return { state: outcome.state, decisionId };
}

async function refuseMovedNumbers(ctx: InTx<PlatformContext>, submission: LockedSubmission, text: string, current: CopyFacts | null, decisions: readonly FindingDecision[]): Promise<void> {
  const now = ctx.clock.now();
  const rules = await ruleSetInForce(ctx, now);
  const facts = current ?? (submission.facts as unknown as CopyFacts);
  const { findings } = judgeWords(text, facts, rules.set, now);
  const moved = newBlocks(findings, submission.findings as unknown as Finding[], decisions);
  if (moved.length > 0) throw new DomainError("review_refused", { params: { reason: "numbers-moved" }, data: { findings: moved } });
}

interface DecisionToKeep {
  submission: LockedSubmission;
  version: { text: string; pictureId: string | null };
  decision: Decision;
  state: SubmissionState;
  previous: { step: number; documentSha256: string } | null;
}

async function keepDecision(ctx: InTx<PlatformContext>, { submission, version: { text, pictureId }, decision, state, previous }: DecisionToKeep): Promise<string> {
  const at = ctx.clock.now();
  const id = newId("dec", at);
  const step = (previous?.step ?? 0) + 1;
  const copy = await ctx.tx.copy.findUniqueOrThrow({ where: { id: submission.copyId } });
  const shop = await ctx.tx.shop.findUniqueOrThrow({ where: { id: submission.shopId }, select: { id: true, name: true } });
  const picture = await pictureOfVersion(ctx, pictureId, submission.shopId);
  const by = { by: ctx.actor.id ?? ctx.actor.name, byName: ctx.actor.name };
  const { document, documentSha256 } = makeEvidence({
    shop,
    copy: { id: copy.id, version: submission.version, kind: copy.kind, placement: copy.placement },
    submission: { id: submission.id, by: submission.submittedBy, byName: submission.submittedName, at: submission.submittedAt.toISOString() },
    text,
    ...(picture && { picture: { id: picture.id, sha256: picture.sha256, mediaType: picture.mediaType, width: picture.width, height: picture.height } }),
    findings: submission.findings as Record<string, unknown>[],
    facts: submission.facts as Record<string, unknown>,
    ruleSetSha256: submission.ruleSetSha256,
    decision: { step, kind: decision.kind, state, ...by, at: at.toISOString(), reason: decision.reason, findings: decision.findings },
    previousSha256: previous?.documentSha256 ?? null,
  });
  await ctx.tx.copyDecision.create({
    data: {
      id,
      shopId: submission.shopId,
      submissionId: submission.id,
      step,
      kind: decision.kind,
      ...by,
      at,
      reason: decision.reason,
      findings: decision.findings,
      document: document as unknown as Prisma.InputJsonValue,
      documentSha256,
    },
  });
  return id;
}

async function putLive(ctx: InTx<PlatformContext>, submission: LockedSubmission): Promise<void> {
  const inShop = { ...ctx, shopId: submission.shopId as ShopId };
  const { id, copyId, shopId, ruleSetSha256 } = submission;
  await ctx.tx.$queryRaw`SELECT id FROM copy WHERE id = ${copyId} FOR UPDATE`;
  const { liveSubmissionId } = await ctx.tx.copy.findUniqueOrThrow({ where: { id: copyId } });
  if (liveSubmissionId) await bringDown(inShop, { copyId, submissionId: liveSubmissionId, productTitle: "", reason: "replaced", ruleSetSha256, detail: { by: id } });
  const at = ctx.clock.now();
  await keepRuleSet(ctx, await ruleSetInForce(ctx, at));
  await ctx.tx.copy.update({ where: { id: copyId }, data: { liveSubmissionId: id, changedAt: at } });
  await ctx.tx.copyEvent.create({ data: { shopId, copyId, submissionId: id, kind: "went-live", at, by: ctx.actor.id, reason: "approved", ruleSetSha256, detail: {} } });
}

async function tellShop(ctx: InTx<PlatformContext>, submission: LockedSubmission, state: SubmissionState, reason: string): Promise<void> {
  const inShop = { ...ctx, shopId: submission.shopId as ShopId };
  const product = (submission.facts as unknown as CopyFacts).product.title;
  const about = { subject: `copy:${submission.copyId}`, dedupeKey: `copy-decided:${submission.id}:${submission.stateVersion}` };
  if (state === "approved") await notify(inShop, { kind: "copy-approved", params: { product }, ...about });
  else if (state === "changes-asked") await notify(inShop, { kind: "copy-changes-asked", params: { product, reason }, ...about });
  else if (state === "rejected") await notify(inShop, { kind: "copy-rejected", params: { product, reason }, ...about });
}
