import { checkCopy } from "@/lib/copy-check/check-copy";
import { CONTEXTS, type Rule, type RuleSet } from "@/lib/copy-check/rule-set";
import { wordListsOf } from "./word-lists";

/**
 * Whether a text may be judged otherwise by the changed set. Where none of the patterns that differ is found in it, of rules or of word
 * lists, and no pattern of a rule that differs in its weight, both sets say the same; so most texts of a trial need no more than this look.
 */
export function touchedBy(base: RuleSet, changed: RuleSet): (text: string) => boolean {
  const before = new Map(base.rules.map((rule) => [rule.id, rule]));
  const after = new Map(changed.rules.map((rule) => [rule.id, rule]));
  const patterns = [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => differingPatterns(before.get(id), after.get(id)));
  const lists = new Map(wordListsOf(base).map((list) => [list.id, list]));
  for (const list of wordListsOf(changed)) patterns.push(...differing(lists.get(list.id)?.patterns, list.patterns), ...differing(lists.get(list.id)?.except, list.except));
  if (patterns.length === 0) return () => false;
  const rules = [{ ...base.rules[0]!, patterns, except: [], unless: "always" as const, quantity: undefined, isNegatable: false, bases: [] }];
  const contexts = Object.fromEntries(CONTEXTS.map((name) => [name, []])) as unknown as RuleSet["contexts"];
  const looked: RuleSet = { rules, cues: [], contexts, bases: [] };
  return (text) => checkCopy({ text }, looked).findings.length > 0;
}

function differingPatterns(before: Rule | undefined, after: Rule | undefined): string[] {
  const [patterns, except] = [differing(before?.patterns, after?.patterns), differing(before?.except, after?.except)];
  if (weightOf(before) !== weightOf(after)) patterns.push(...(after?.patterns ?? []), ...(before?.patterns ?? []));
  return [...new Set([...patterns, ...except])];
}

function differing(before: readonly string[] = [], after: readonly string[] = []): string[] {
  const [was, is] = [new Set(before), new Set(after)];
  return [...before.filter((pattern) => !is.has(pattern)), ...after.filter((pattern) => !was.has(pattern))];
}

const weightOf = (rule: Rule | undefined): string => (rule ? JSON.stringify([rule.category, rule.level, rule.unless, rule.quantity, rule.isNegatable]) : "");
