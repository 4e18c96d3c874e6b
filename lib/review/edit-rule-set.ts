import { compilePattern, PatternError } from "@/lib/copy-check/compile-pattern";
import { placeOf, ruleSetSchema, type Rule, type RuleSet } from "@/lib/copy-check/rule-set";
import type { Issue } from "@/lib/platform/errors";
import { issuesOf } from "@/lib/platform/zod-issues";
import type { AddedRule, RuleChanges, RuleEdit, WordListEdit } from "./rule-changes";
import { wordListsOf } from "./word-lists";

export type EditedRuleSet = { ok: true; set: RuleSet } | { ok: false; issues: Issue[] };

/** The set with the changes made, or what is wrong with them. Each issue names its rule, and the line of a pattern. */
export function editRuleSet(base: RuleSet, changes: RuleChanges): EditedRuleSet {
  const issues = [...issuesOfTargets(base, changes), ...issuesOfPatterns(changes)];
  if (issues.length > 0) return { ok: false, issues };
  const edits = new Map(changes.edits.map((edit) => [edit.ruleId, edit]));
  const corrected = new Map(changes.bases.map((basis) => [basis.id, basis]));
  const known = new Set(base.bases.map(({ id }) => id));
  const removed = new Set(changes.removed);
  const lists = new Map(changes.lists.map((edit) => [edit.list, edit]));
  const edited = ruleSetSchema.safeParse({
    ...base,
    rules: [...base.rules.filter(({ id }) => !removed.has(id)).map((rule) => editRule(rule, edits.get(rule.id))), ...changes.added],
    cues: base.cues.map((cue) => ({ ...cue, ...wordsOf(lists.get(placeOf(cue))) })),
    contexts: Object.fromEntries(Object.entries(base.contexts).map(([name, patterns]) => [name, lists.get(name)?.patterns ?? patterns])),
    bases: [...base.bases.map((basis) => corrected.get(basis.id) ?? basis), ...changes.bases.filter(({ id }) => !known.has(id))],
  });
  if (!edited.success) return { ok: false, issues: issuesOf(edited.error) };
  if (JSON.stringify(edited.data) === JSON.stringify(ruleSetSchema.parse(base))) return { ok: false, issues: [problem("changes", "nothing-changed", "nothingChanged")] };
  return { ok: true, set: edited.data };
}

const wordsOf = (edit: WordListEdit | undefined) => edit && { patterns: edit.patterns, except: edit.except };

function editRule(rule: Rule, edit: RuleEdit | undefined): Rule {
  if (!edit) return rule;
  const { ruleId: _same, ...parts } = edit;
  return { ...rule, ...Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) };
}

/** Names that must be there, or must not. */
function issuesOfTargets(base: RuleSet, { edits, added, bases, removed, lists }: RuleChanges): Issue[] {
  const rules = new Set(base.rules.map(({ id }) => id));
  const known = new Set([...base.bases, ...bases].map(({ id }) => id));
  const issues = issuesOfLists(base, lists);
  removed.forEach((id, index) => {
    if (!rules.has(id)) issues.push(problem(`removed.${index}`, "unknown-rule", "unknownRule", { rule: id }));
    if (removed.indexOf(id) !== index || edits.some(({ ruleId }) => ruleId === id)) issues.push(problem(`removed.${index}`, "twice", "twice", { id }));
  });
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

function issuesOfLists(base: RuleSet, lists: RuleChanges["lists"]): Issue[] {
  const known = new Map(wordListsOf(base).map((list) => [list.id, list]));
  return lists.flatMap(({ list, except }, index) => {
    const { kind } = known.get(list) ?? {};
    if (!kind) return [problem(`lists.${index}.list`, "unknown-list", "unknownList", { list })];
    if (lists.findIndex((edit) => edit.list === list) !== index) return [problem(`lists.${index}.list`, "twice", "twice", { id: list })];
    return "context" in kind && except.length > 0 ? [problem(`lists.${index}.except`, "no-exceptions", "noExceptions", { list })] : [];
  });
}

/** What compiling the whole set would stumble over: the patterns that were not changed have been compiled before. */
function issuesOfPatterns({ edits, added, lists }: RuleChanges): Issue[] {
  return [
    ...edits.flatMap((edit, index) => issuesOfRule(`edits.${index}`, edit.ruleId, edit)),
    ...added.flatMap((rule, index) => issuesOfRule(`added.${index}`, rule.id, rule)),
    ...lists.flatMap((edit, index) => issuesOfRule(`lists.${index}`, edit.list, edit)),
  ];
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
