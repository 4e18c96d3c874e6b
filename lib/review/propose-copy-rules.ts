import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { PlatformContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { keepProposal } from "./keep-proposal";
import { editRuleSet } from "./edit-rule-set";
import { proposeCopyRulesInput, type CopyRulesContent, type ProposeCopyRulesInput } from "./rule-changes";
import { keepRuleSet, newestRuleSet } from "./rule-sets";

/** Proposes changes against the newest rules, to hold from a Shanghai date; another person approves them. */
export async function proposeCopyRules(ctx: PlatformContext, input: ProposeCopyRulesInput): Promise<{ proposalId: string }> {
  requirePermission(ctx, "copy-rules:propose");
  const { baseSha256, changes, note, effectiveFrom } = proposeCopyRulesInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const base = await newestRuleSet(ctx);
    if (base.sha256 !== baseSha256) throw new DomainError("conflict", { params: { what: "rule-set" } });
    const edited = editRuleSet(base.set, changes);
    if (!edited.ok) throw new DomainError("invalid_input", { issues: edited.issues });
    const now = ctx.clock.now();
    const earliest = earliestStart(now, base.effectiveFrom);
    if (effectiveFrom < earliest) throw new DomainError("invalid_input", { issues: [{ path: "effectiveFrom", code: "too-early", params: { key: "copyRules.problems.tooEarly", earliest } }] });
    // The changes are read against these rules, also once the program brings others.
    await keepRuleSet(ctx, base);
    const content: CopyRulesContent = { baseSha256, changes };
    const proposalId = await keepProposal(ctx, { kind: "copy-rules", content, note, fromDate: effectiveFrom });
    const named = { ruleIds: [...changes.edits.map(({ ruleId }) => ruleId), ...changes.added.map(({ id }) => id)], basisIds: changes.bases.map(({ id }) => id), removedIds: changes.removed, lists: changes.lists.map(({ list }) => list) };
    await recordAudit(ctx, "proposal.made", `proposal:${proposalId}`, { kind: "copy-rules", note, fromDate: effectiveFrom, ...named });
    return { proposalId };
  });
}

/** Not in the past, and not before the rules that it changes: these would come after it and undo it. */
export function earliestStart(now: Date, baseFrom: Date): string {
  const [today, base] = [shanghaiDateOf(now), shanghaiDateOf(baseFrom)];
  return base > today ? base : today;
}
