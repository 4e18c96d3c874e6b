import { requirePermission } from "@/lib/access/require-permission";
import { compileRuleSet } from "@/lib/copy-check/compile-rule-set";
import type { RuleSet } from "@/lib/copy-check/rule-set";
import type { PlatformContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import { diffRuleSet, type RuleSetDiff } from "./diff-rule-set";
import { editRuleSet } from "./edit-rule-set";
import { copyRulesContentSchema, tryRulesInput, type RuleChanges, type TryRulesInput } from "./rule-changes";
import { fingerprintOf, getRuleSet, newestRuleSet, type KeptRuleSet } from "./rule-sets";
import { touchedBy } from "./touched-by";
import type { Trial } from "./trial";
import { tryLive } from "./try-live";
import { tryPast } from "./try-past";

export interface TriedRules {
  diff: RuleSetDiff;
  trial: Trial;
}

/** A trial is answered within one request, so what was not reached by then is told as not looked at. */
const TRIAL_LIMITS = { pastMs: 2_500, liveMs: 3_500 };
type TrialLimits = typeof TRIAL_LIMITS;

/** What changes would do to the words of the past and to what is live now, before anybody proposes them. */
export async function tryRules(ctx: PlatformContext, input: TryRulesInput, limits: TrialLimits = TRIAL_LIMITS): Promise<TriedRules> {
  requirePermission(ctx, "copy-rules:propose");
  const { baseSha256, changes } = tryRulesInput.parse(input);
  const base = await newestRuleSet(ctx);
  if (base.sha256 !== baseSha256) throw new DomainError("conflict", { params: { what: "rule-set" } });
  return { diff: diffRuleSet(base.set, changes), trial: await runTrial(ctx, base, changes, limits) };
}

/** The same for a proposal, by the texts of now. */
export async function tryProposedRules(ctx: PlatformContext, proposalId: string, limits: TrialLimits = TRIAL_LIMITS): Promise<Trial> {
  requirePermission(ctx, "review:view");
  const row = await inRead(ctx, ({ tx }) => tx.proposal.findFirst({ where: { id: proposalId, kind: "copy-rules" }, select: { content: true } }));
  if (!row) throw notFound("proposal");
  const { baseSha256, changes } = copyRulesContentSchema.parse(row.content);
  return runTrial(ctx, await getRuleSet(ctx, baseSha256), changes, limits);
}

async function runTrial(ctx: PlatformContext, base: KeptRuleSet, changes: RuleChanges, { pastMs, liveMs }: TrialLimits): Promise<Trial> {
  const changed = candidateOf(base, changes);
  const rules = { base, changed, isTouched: touchedBy(base.set, changed) };
  // Not on the time of the texts, which it may be the longer of.
  for (const set of [base.set, changed]) compileRuleSet(set);
  return { past: await tryPast(ctx, rules, pastMs), live: await tryLive(ctx, rules, liveMs) };
}

/** Compiling a set takes long, and who tries one proposes it next or has others look at it. */
const CANDIDATES_MAX = 2;
const candidates = new Map<string, RuleSet>();

function candidateOf(base: KeptRuleSet, changes: RuleChanges): RuleSet {
  const key = fingerprintOf({ base: base.sha256, changes });
  const known = candidates.get(key);
  if (known) return known;
  const edited = editRuleSet(base.set, changes);
  if (!edited.ok) throw new DomainError("invalid_input", { issues: edited.issues });
  if (candidates.size >= CANDIDATES_MAX) candidates.delete(candidates.keys().next().value!);
  candidates.set(key, edited.set);
  return edited.set;
}
