import type { Prisma } from "@/generated/prisma/client";
import { notePlatformChange } from "@/lib/platform/change-notice";
import type { InTx, PlatformContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { lockVersions } from "@/lib/rate-cards/lock-versions";
import { editRuleSet } from "./edit-rule-set";
import type { ProposalToApply } from "./proposal-kinds";
import { copyRulesContentSchema } from "./rule-changes";
import { fingerprintOf, newestRuleSet } from "./rule-sets";

/**
 * Adds the next set of rules, made of the newest one and the proposed changes, and has all that is live judged again. Where the newest is
 * not the one that the changes were made against, nobody has seen the result: that is a conflict.
 */
export async function applyCopyRules(ctx: InTx<PlatformContext>, { content, note, effectiveFrom, proposedBy }: ProposalToApply): Promise<{ number: number; sha256: string; effectiveFrom: string }> {
  await lockVersions(ctx, "copy-rules");
  const { baseSha256, changes } = copyRulesContentSchema.parse(content);
  const newest = await newestRuleSet(ctx);
  if (newest.sha256 !== baseSha256) throw new DomainError("conflict", { params: { what: "rule-set" } });
  const edited = editRuleSet(newest.set, changes);
  if (!edited.ok) throw new DomainError("invalid_input", { issues: edited.issues });
  const now = ctx.clock.now();
  // Not back in time, since words were judged by other rules meanwhile, and not before the rules that these are made of.
  const from = new Date(Math.max(effectiveFrom.getTime(), newest.effectiveFrom.getTime(), now.getTime()));
  const number = newest.number + 1;
  const sha256 = fingerprintOf(edited.set);
  await ctx.tx.copyRuleSet.create({
    data: { sha256, number, isBuiltIn: false, content: edited.set as unknown as Prisma.InputJsonValue, note, effectiveFrom: from, proposedBy, approvedBy: ctx.actor.id ?? ctx.actor.name, createdAt: now },
  });
  await notePlatformChange(ctx);
  return { number, sha256, effectiveFrom: from.toISOString() };
}
