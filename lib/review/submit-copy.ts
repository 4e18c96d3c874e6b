import type { z } from "zod";
import type { Prisma } from "@/generated/prisma/client";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { CopyCheck } from "@/lib/copy-check/check-copy";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { inTransaction } from "@/lib/platform/transaction";
import { fingerprintOfFacts, getCopyFacts } from "./copy-facts";
import { findOpenSubmission, lockCopy, refuseArchived, refuseStaleCopy } from "./copy-record";
import { judgeWords } from "./judge-words";
import { keepRuleSet, ruleSetInForce } from "./rule-sets";
import { submitCopyInput } from "./schema";
import { dueAfter, riskOf } from "./submission-state";

/** Puts the newest version into the queue with what the machine found and the numbers it was compared with. Sent twice it is one submission. */
export async function submitCopy(ctx: ShopContext, input: z.input<typeof submitCopyInput>): Promise<{ submissionId: string; verdict: CopyCheck["verdict"] }> {
  requirePermission(ctx, "copy:edit");
  const { copyId, expectedVersion } = submitCopyInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, copyId);
    refuseArchived(copy);
    await refuseStaleCopy(ctx, copy, expectedVersion);
    const open = await findOpenSubmission(ctx, copyId);
    if (open?.version === expectedVersion) return { submissionId: open.id, verdict: open.verdict as CopyCheck["verdict"] };
    if (open) throw new DomainError("wrong_state", { params: { what: "copy", state: "under-review" } });

    const now = ctx.clock.now();
    const { text, textSha256 } = await ctx.tx.copyVersion.findUniqueOrThrow({ where: { copyId_version: { copyId, version: expectedVersion } } });
    const facts = await getCopyFacts(ctx, copy);
    const rules = await ruleSetInForce(ctx, now);
    await keepRuleSet(ctx, rules);
    const { findings, verdict } = judgeWords(text, facts, rules.set, now);
    const submissionId = newId("sub", now);
    await ctx.tx.copySubmission.create({
      data: {
        id: submissionId,
        shopId: ctx.shopId,
        copyId,
        version: expectedVersion,
        textSha256,
        offerId: facts.offer?.id ?? null,
        offerRevision: facts.offer?.revision ?? null,
        ruleSetSha256: rules.sha256,
        findings: findings as unknown as Prisma.InputJsonValue,
        verdict,
        facts: facts as unknown as Prisma.InputJsonValue,
        factsSha256: fingerprintOfFacts(facts),
        risk: riskOf(findings),
        submittedBy: ctx.actor.id ?? ctx.actor.name,
        submittedName: ctx.actor.name,
        submittedAt: now,
        dueAt: dueAfter(now, verdict),
        state: "waiting",
      },
    });
    await ctx.tx.copy.updateMany({ where: { id: copyId, shopId: ctx.shopId }, data: { changedAt: now } });
    await recordAudit(ctx, "copy.submitted", `copy:${copyId}`, { submissionId, version: expectedVersion, verdict, findings: findings.length });
    return { submissionId, verdict };
  });
}
