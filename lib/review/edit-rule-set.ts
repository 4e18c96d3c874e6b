import { compilePattern, PatternError } from "@/lib/copy-check/compile-pattern";
import { ruleSetSchema, type Rule, type RuleSet } from "@/lib/copy-check/rule-set";
import type { Issue } from "@/lib/platform/errors";
import { issuesOf } from "@/lib/platform/zod-issues";
import type { AddedRule, RuleChanges, RuleEdit } from "./rule-changes";

export type EditedRuleSet = { ok: true; set: RuleSet } | { ok: false; issues: Issue[] };

/** The set with the changes made, or what is wrong with them. Each issue names its rule, and the line of a pattern. */
export function editRuleSet(base: RuleSet, changes: RuleChanges): EditedRuleSet {
  const issues = [...issuesOfTargets(base, changes), ...issuesOfPatterns(changes)];
  if (issues.length > 0) return { ok: false, issues };
  const edits = new Map(changes.edits.map((edit) => [edit.ruleId, edit]));
  const corrected = new Map(changes.bases.map((basis) => [basis.id, basis]));
  const known = new Set(base.bases.map(({ id }) => id));
  const edited = ruleSetSchema.safeParse({
    ...base,
    rules: [...base.rules.map((rule) => editRule(rule, edits.get(rule.id))), ...changes.added],
    bases: [...base.bases.map((basis) => corrected.get(basis.id) ?? basis), ...changes.bases.filter(({ id }) => !known.has(id))],
  });
  if (!edited.success) return { ok: false, issues: issuesOf(edited.error) };
  if (JSON.stringify(edited.data) === JSON.stringify(ruleSetSchema.parse(base))) return { ok: false, issues: [problem("changes", "nothing-changed", "nothingChanged")] };
  return { ok: true, set: edited.data };
}

function editRule(rule: Rule, edit: RuleEdit | undefined): Rule {
  if (!edit) return rule;
  const { ruleId: _same, ...parts } = edit;
  return { ...rule, ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) };
}

/** Names that must be there, or must not. */
function issuesOfTargets(base: RuleSet, { edits, added, bases }: RuleChanges): Issue[] {
  const rules = new Set(base.rules.map(({ id }) => id));
  const known = new Set([...base.bases, ...bases].map(({ id }) => id));
  const issues: Issue[] = [];
  edits.forEach(({ ruleId }, index) => {
    if (!rules.has(ruleId)) issues.push(problem(`edits.${index}.ruleId`, "unknown-rule", "unknownRule", { rule: ruleId }));
    if (edits.findIndex((edit) => edit.ruleId === ruleId) !== index) issues.push(problem(`edits.${index}.ruleId`, "twice", "twice", { id: ruleId }));
  });
  added.forEach(({ id }, index) => {
    if (rules.has(id) || added.findIndex((rule) => rule.id === id) !== index) issues.push(problem(`added.${index}.id`, "twice", "twice", { id }));
  });
  bases.forEach(({ id }, index) => {
    if (bases.findIndex((basis) => basis.id === id) !== index) issues.push(problem(`bases.${index}.id`, "twice", "twice", { id }));
  });
  for (const { path, rule, named } of [
    ...edits.map((edit, index) => ({ path: `edits.${index}.bases`, rule: edit.ruleId, named: edit.bases ?? [] })),
    ...added.map(({ id, bases: named }, index) => ({ path: `added.${index}.bases`, rule: id, named })),
  ]) {
    for (const basis of named) if (!known.has(basis)) issues.push(problem(path, "unknown-basis", "unknownBasis", { rule, basis }));
  }
  return issues;
}

/** What compiling the whole set would stumble over: the patterns that were not changed have been compiled before. */
function issuesOfPatterns({ edits, added }: RuleChanges): Issue[] {
  return [...edits.map((edit, index) => issuesOfRule(`edits.${index}`, edit.ruleId, edit)), ...added.map((rule, index) => issuesOfRule(`added.${index}`, rule.id, rule))].flat();
}

const issuesOfRule = (path: string, rule: string, { patterns = [], except = [] }: Partial<Pick<AddedRule, "patterns" | "except">>): Issue[] =>
  (["patterns", "except"] as const).flatMap((field) =>
    problemsOfPatterns({ patterns, except }[field]).map(({ line, code, pattern }) => problem(`${path}.${field}.${line - 1}`, `pattern-${code}`, `pattern.${code}`, { rule, line, pattern })),
  );

export interface PatternProblem {
  /** counted from 1 */
  line: number;
  code: PatternError["code"];
  pattern: string;
}

/** Which of these patterns cannot be read, and why. */
export function problemsOfPatterns(patterns: readonly string[]): PatternProblem[] {
  return patterns.flatMap((pattern, index) => {
    try {
      compilePattern(pattern);
      return [];
    } catch (error) {
      if (!(error instanceof PatternError)) throw error;
      return [{ line: index + 1, code: error.code, pattern }];
    }
  });
}

const problem = (path: string, code: string, words: string, params: Record<string, string | number> = {}): Issue => ({ path, code, params: { key: `copyRules.problems.${words}`, ...params } });
