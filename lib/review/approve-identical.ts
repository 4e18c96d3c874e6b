import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { PlatformContext } from "@/lib/platform/context";
import { DomainError, isDomainError, notFound } from "@/lib/platform/errors";
import { inRead, inTransaction } from "@/lib/platform/transaction";
import { currentFacts, decideInOpen } from "./decide-submission";
import { ownShopIds } from "./reviewable";
import { approveIdenticalInput, BULK_MAX } from "./schema";

export interface IdenticalApproved {
  approved: string[];
  /** left in the queue, each with why */
  left: { submissionId: string; reason: string }[];
}

/**
 * Approves waiting submissions of any shop with exactly the words of one that was approved. Only those without a block finding: what a
 * person overruled once is not overruled for others. Each is a decision of its own, with its own evidence.
 */
export async function approveIdentical(ctx: PlatformContext, input: z.input<typeof approveIdenticalInput>): Promise<IdenticalApproved> {
  requirePermission(ctx, "review:decide");
  const { submissionId, reason } = approveIdenticalInput.parse(input);
  const waiting = await listIdentical(ctx, submissionId);
  const result: IdenticalApproved = { approved: [], left: [] };
  for (const one of waiting) {
    if (one.verdict === "block") {
      result.left.push({ submissionId: one.id, reason: "finding-undecided" });
      continue;
    }
    try {
      const facts = await currentFacts(ctx, one.id);
      await inTransaction(ctx, async (ctx) => {
        await decideInOpen(ctx, { submissionId: one.id, expectedStateVersion: one.stateVersion, kind: "approve", reason, findings: [] }, facts);
        await recordAudit(ctx, "review.approved-identical", `submission:${one.id}`, { like: submissionId });
      });
      result.approved.push(one.id);
    } catch (error) {
      if (!isDomainError(error)) throw error;
      result.left.push({ submissionId: one.id, reason: String(error.detail.params?.reason ?? error.code) });
    }
  }
  return result;
}

interface Identical {
  id: string;
  shopId: string;
  verdict: string;
  stateVersion: number;
}

/** Waiting submissions with the same words as an approved one, in shops that are not the person's own. A poster shows more than its words, so each is looked at. */
export async function listIdentical(ctx: PlatformContext, submissionId: string): Promise<Identical[]> {
  requirePermission(ctx, "review:view");
  return inRead(ctx, async (ctx) => {
    const like = await ctx.tx.copySubmission.findUnique({ where: { id: submissionId }, select: { textSha256: true, state: true } });
    if (!like) throw notFound("submission");
    if (like.state !== "approved") throw new DomainError("wrong_state", { params: { what: "submission", state: like.state } });
    return ctx.tx.$queryRaw<Identical[]>`
      SELECT s.id, s.shop_id AS "shopId", s.verdict, s.state_version AS "stateVersion" FROM copy_submission s JOIN copy_version v ON v.copy_id = s.copy_id AND v.version = s.version
      WHERE s.text_sha256 = ${like.textSha256} AND s.state = 'waiting' AND v.picture_id IS NULL AND s.shop_id <> ALL(${await ownShopIds(ctx)}::text[]) ORDER BY s.submitted_at, s.id LIMIT ${BULK_MAX}`;
  });
}
