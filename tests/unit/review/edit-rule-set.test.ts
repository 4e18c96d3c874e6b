import { describe, expect, it } from "vitest";
import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import { checkCopy } from "@/lib/copy-check/check-copy";
import type { Cue, LegalBasis, Rule, RuleSet } from "@/lib/copy-check/rule-set";
import { diffRuleSet } from "@/lib/review/diff-rule-set";
import { editRuleSet, problemsOfPatterns } from "@/lib/review/edit-rule-set";
import { NO_CHANGES, type AddedRule, type RuleChanges } from "@/lib/review/rule-changes";
import { editOf, ruleFormSchema, ruleFormValues } from "@/lib/review/rule-form";
import { touchedBy } from "@/lib/review/touched-by";

const WORDS = { zh: "说明", en: "Words" };
const basis: LegalBasis = { id: "law-1", title: WORDS, article: "", certainty: "unverified", effectiveFrom: null, source: "条号未核对" };
const rule = (id: string, over: Partial<Rule> = {}): Rule => ({
  id,
  category: "absolute-claim",
  level: "block",
  patterns: ["全网第一"],
  except: [],
  unless: "always",
  isNegatable: true,
  reason: WORDS,
  suggestion: WORDS,
  bases: ["law-1"],
  ...over,
});
const CUE: Cue = { side: "before", reach: 4, crossesPauses: false, patterns: ["并非"], except: ["莫说并非"] };
const BASE: RuleSet = { ...BUILT_IN_RULE_SET, rules: [rule("first"), rule("hurry", { category: "false-urgency", patterns: ["最后一天"] })], cues: [CUE], bases: [basis] };
const added: AddedRule = { id: "new-rule", category: "cash-out", level: "warn", patterns: ["回收额度"], except: [], isNegatable: true, reason: WORDS, suggestion: WORDS, bases: ["law-1"] };
const changes = (over: Partial<RuleChanges>): RuleChanges => ({ ...NO_CHANGES, ...over });

function edited(over: Partial<RuleChanges>): RuleSet {
  const result = editRuleSet(BASE, changes(over));
  if (!result.ok) expect.fail(JSON.stringify(result.issues));
  return result.set;
}

function issuesOf(over: Partial<RuleChanges>) {
  const result = editRuleSet(BASE, changes(over));
  return result.ok ? [] : result.issues;
}

describe("changes to a set of rules", () => {
  it("edit a rule in what they name and nothing else", () => {
    const set = edited({ edits: [{ ruleId: "first", patterns: ["全网第一", "宇宙最好"], level: "warn" }] });
    expect(set.rules).toEqual([{ ...BASE.rules[0], patterns: ["全网第一", "宇宙最好"], level: "warn" }, BASE.rules[1]]);
    expect(checkCopy({ text: "宇宙最好的茶。" }, set).findings).toMatchObject([{ ruleId: "first", level: "warn", matched: "宇宙最好" }]);
    expect(BASE.rules[0]!.patterns).toEqual(["全网第一"]);
  });

  it("add rules and correct or add legal bases", () => {
    const corrected: LegalBasis = { ...basis, article: "第五条", certainty: "read" };
    const another: LegalBasis = { ...basis, id: "law-2" };
    const set = edited({ added: [{ ...added, bases: ["law-1", "law-2"] }], bases: [another, corrected] });
    expect(set.bases).toEqual([corrected, another]);
    expect(checkCopy({ text: "长期回收额度。" }, set).findings).toMatchObject([{ ruleId: "new-rule", basis: [{ article: "第五条", certainty: "read" }, { id: "law-2" }] }]);
  });

  it("remove rules", () => {
    const set = edited({ removed: ["first"] });
    expect(set.rules).toEqual([BASE.rules[1]]);
    expect(diffRuleSet(BASE, changes({ removed: ["first"] })).removed).toEqual([{ ruleId: "first", category: "absolute-claim", reason: WORDS }]);
  });

  it("edit the words that make a warning of a match, and what a text says as a whole", () => {
    const set = edited({ lists: [{ list: "before-4", patterns: ["并非", "不敢说"], except: [] }, { list: "compound", patterns: ["按复利"], except: [] }] });
    expect(set.cues).toEqual([{ ...CUE, patterns: ["并非", "不敢说"], except: [] }]);
    expect(set.contexts).toEqual({ ...BASE.contexts, compound: ["按复利"] });
    const found = (text: string, by: RuleSet) => checkCopy({ text }, by).findings.length;
    expect([found("不敢说全网第一", BASE), found("不敢说全网第一", set)]).toEqual([1, 0]);
    expect([found("莫说并非全网第一", BASE), found("莫说并非全网第一", set)]).toEqual([1, 0]);
    expect(diffRuleSet(BASE, changes({ lists: [{ list: "before-4", patterns: ["不敢说"], except: ["莫说并非"] }] })).lists).toEqual([
      { list: { id: "before-4", kind: { cue: { side: "before", reach: 4, crossesPauses: false } } }, patterns: { added: ["不敢说"], removed: ["并非"] }, except: { added: [], removed: [] } },
    ]);
  });

  it.each([
    ["unbalanced", "(甲|乙"],
    ["unbalanced", "甲)"],
    ["empty", "！！"],
    ["too-long", "甲".repeat(33)],
    ["unknown-amount", "每期<euro>"],
    ["too-many", "(甲<money>|乙<money>|丙<money>|丁<money>|戊<money>)".repeat(4)],
  ] as const)("name a pattern that cannot be read: %s", (code, pattern) => {
    expect(issuesOf({ edits: [{ ruleId: "first", patterns: ["全网第一", pattern] }] })).toEqual([
      { path: "edits.0.patterns.1", code: `pattern-${code}`, params: { key: `copyRules.problems.pattern.${code}`, rule: "first", line: 2, pattern } },
    ]);
    expect(problemsOfPatterns(["好", pattern])).toEqual([{ line: 2, code, pattern }]);
  });

  it.each([
    ["unknown-rule", { edits: [{ ruleId: "none", level: "warn" as const }] }],
    ["twice", { edits: [{ ruleId: "first", level: "warn" as const }, { ruleId: "first", level: "note" as const }] }],
    ["twice", { added: [{ ...added, id: "first" }] }],
    ["twice", { bases: [basis, basis] }],
    ["unknown-basis", { edits: [{ ruleId: "first", bases: ["law-9"] }] }],
    ["unknown-basis", { added: [{ ...added, bases: ["law-9"] }] }],
    ["unknown-rule", { removed: ["none"] }],
    ["twice", { removed: ["first", "first"] }],
    ["twice", { removed: ["first"], edits: [{ ruleId: "first", level: "warn" as const }] }],
    ["unknown-list", { lists: [{ list: "before-9", patterns: ["不"], except: [] }] }],
    ["twice", { lists: [{ list: "terms", patterns: ["期"], except: [] }, { list: "terms", patterns: ["期"], except: [] }] }],
    ["no-exceptions", { lists: [{ list: "terms", patterns: ["期"], except: ["日期"] }] }],
    ["pattern-unbalanced", { lists: [{ list: "terms", patterns: ["(期"], except: [] }] }],
    ["nothing-changed", { lists: [{ list: "before-4", patterns: ["并非"], except: ["莫说并非"] }] }],
    ["nothing-changed", {}],
    ["nothing-changed", { edits: [{ ruleId: "first", level: "block" as const }], bases: [basis] }],
  ])("refuse %s", (code, over) => {
    expect(issuesOf(over).map((issue) => issue.code)).toEqual([code]);
  });

  it("read as a diff, without what ends as it was", () => {
    const diff = diffRuleSet(BASE, changes({ edits: [{ ruleId: "first", patterns: ["宇宙最好"], level: "block", bases: [] }], added: [added], bases: [{ ...basis, article: "第五条" }] }));
    expect(diff.rules).toMatchObject([
      { ruleId: "first", isNew: false, level: null, patterns: { added: ["宇宙最好"], removed: ["全网第一"] }, reason: null, bases: { added: [], removed: ["law-1"] } },
      { ruleId: "new-rule", isNew: true, level: { before: null, after: "warn" }, patterns: { added: ["回收额度"], removed: [] } },
    ]);
    expect(diff.bases).toMatchObject([{ before: { article: "" }, after: { article: "第五条" } }]);
    expect(diffRuleSet(BASE, changes({ bases: [{ ...basis }] })).bases).toEqual([]);
  });
});

describe("the rule form", () => {
  const output = (over: Partial<ReturnType<typeof ruleFormValues>>) => ruleFormSchema.parse({ ...ruleFormValues(BASE.rules[0]!), ...over });

  it("makes an edit of what differs, and none of what does not", () => {
    expect(editOf(BASE.rules[0]!, output({}))).toBeNull();
    expect(editOf(BASE.rules[0]!, output({ patterns: " 全网第一 \n\n宇宙最好\n宇宙最好" }))).toEqual({ ruleId: "first", patterns: ["全网第一", "宇宙最好"] });
  });

  it("counts the lines as they are typed", () => {
    const parsed = ruleFormSchema.safeParse({ ...ruleFormValues(BASE.rules[0]!), patterns: "全网第一\n\n(甲" });
    expect(parsed.error?.issues).toMatchObject([{ path: ["patterns"], params: { key: "copyRules.problems.pattern.unbalanced", line: 3 } }]);
  });
});

describe("the texts that changes may touch", () => {
  it("are all that are judged otherwise", () => {
    const texts = ["全网第一的茶", "宇宙最好的茶", "今天是最后一天", "并非全网第一，如实说", "长期回收额度", "全网第一梯队", "普通的茶"];
    for (const over of [
      { edits: [{ ruleId: "first", patterns: ["宇宙最好"] }] },
      { edits: [{ ruleId: "first", except: ["第一梯队"] }] },
      { edits: [{ ruleId: "first", level: "note" as const }] },
      { removed: ["first"] },
      { lists: [{ list: "before-4", patterns: ["不敢说"], except: ["莫说并非"] }] },
      { edits: [{ ruleId: "hurry", patterns: ["最后一天", "最后(一|两)小时"] }], added: [added] },
    ]) {
      const set = edited(over);
      const isTouched = touchedBy(BASE, set);
      const judged = (text: string, by: RuleSet) => checkCopy({ text }, by).findings.map(({ ruleId, level, start, end }) => [ruleId, level, start, end]);
      const differing = texts.filter((text) => JSON.stringify(judged(text, BASE)) !== JSON.stringify(judged(text, set)));
      expect(differing.filter((text) => !isTouched(text))).toEqual([]);
      expect(differing.length).toBeGreaterThan(0);
      expect(isTouched("普通的茶")).toBe(false);
    }
    expect(touchedBy(BASE, edited({ edits: [{ ruleId: "first", reason: { zh: "另说", en: "Other" } }] }))("全网第一的茶")).toBe(false);
  });
});
