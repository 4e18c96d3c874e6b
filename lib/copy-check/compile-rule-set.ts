import { patternMatcher, type PatternMatcher } from "./pattern-matcher";
import { CONTEXTS, type ContextName, type Cue, type LegalBasis, type Rule, type RuleSet } from "./rule-set";

/** Whose a pattern is: a rule that finds, an exception of a rule, a cue, or a thing that a text says. */
export type Owner = { kind: "rule"; rule: number } | { kind: "except"; rule: number } | { kind: "cue"; cue: Cue } | { kind: "no-cue"; cue: Cue } | { kind: "context"; context: ContextName };

export interface CompiledRuleSet {
  rules: readonly Rule[];
  bases: ReadonlyMap<string, LegalBasis>;
  owners: readonly Owner[];
  matcher: PatternMatcher;
}

const compiled = new WeakMap<RuleSet, CompiledRuleSet>();

/** Makes a set ready to check with; remembered for as long as the set is. Throws PatternError where a pattern cannot be read. */
export function compileRuleSet(set: RuleSet): CompiledRuleSet {
  const known = compiled.get(set);
  if (known) return known;
  const owners: Owner[] = [];
  const patterns: { patterns: readonly string[] }[] = [];
  const add = (owner: Owner, of: readonly string[]) => {
    if (of.length === 0) return;
    owners.push(owner);
    patterns.push({ patterns: of });
  };
  set.rules.forEach((rule, index) => {
    add({ kind: "rule", rule: index }, rule.patterns);
    add({ kind: "except", rule: index }, rule.except);
  });
  for (const cue of set.cues) {
    add({ kind: "cue", cue }, cue.patterns);
    add({ kind: "no-cue", cue }, cue.except);
  }
  for (const context of CONTEXTS) add({ kind: "context", context }, set.contexts[context] ?? []);
  const fresh = { rules: set.rules, bases: new Map(set.bases.map((basis) => [basis.id, basis])), owners, matcher: patternMatcher(patterns) };
  compiled.set(set, fresh);
  return fresh;
}
