import { z } from "zod";
import { legalBasisSchema, PATTERN_LENGTH_MAX, PATTERNS_MAX, ruleSchema, type LegalBasis, type Rule } from "@/lib/copy-check/rule-set";
import { problemsOfPatterns } from "./edit-rule-set";
import type { AddedRule, RuleEdit, WordListEdit } from "./rule-changes";
import type { WordList } from "./word-lists";

const { id, category, level, isNegatable, reason, suggestion, bases } = ruleSchema.shape;

/** One pattern per line, as typed; what cannot be read is named with its line. */
const patternsField = (isRequired: boolean) =>
  z.string().transform((text, ctx): string[] => {
    const lines = text.split("\n").map((line) => line.trim());
    const refuse = (words: string, params: Record<string, string | number> = {}) => ctx.addIssue({ code: "custom", params: { key: `copyRules.problems.${words}`, ...params } });
    lines.forEach((pattern, index) => {
      const line = index + 1;
      if (pattern.length > PATTERN_LENGTH_MAX) refuse("lineTooLong", { line, max: PATTERN_LENGTH_MAX });
      else if (pattern !== "") for (const { code } of problemsOfPatterns([pattern])) refuse(`pattern.${code}`, { line, pattern, rule: "" });
    });
    const patterns = [...new Set(lines.filter((line) => line !== ""))];
    if (patterns.length > PATTERNS_MAX) refuse("tooManyLines", { max: PATTERNS_MAX });
    if (isRequired && patterns.length === 0) ctx.addIssue({ code: "custom", params: { key: "common.validation.required" } });
    return patterns;
  });

const codeField = z.string().trim().refine((text) => id.safeParse(text).success, { params: { key: "copyRules.problems.idShape" } });
const words = (shape: typeof reason) => z.object({ zh: z.string().trim().pipe(shape.shape.zh), en: z.string().trim().pipe(shape.shape.en) });

export const ruleFormSchema = z.object({ id: codeField, category, level, patterns: patternsField(true), except: patternsField(false), isNegatable: isNegatable.unwrap(), reason: words(reason), suggestion: words(suggestion), bases });
export type RuleFormValues = z.input<typeof ruleFormSchema>;

export function ruleFormValues({ patterns, except, isNegatable, ...same }: Rule | AddedRule): RuleFormValues {
  return { ...same, isNegatable, patterns: patterns.join("\n"), except: except.join("\n") };
}

export const EMPTY_RULE: RuleFormValues = { id: "", category: "absolute-claim", level: "warn", patterns: "", except: "", isNegatable: true, reason: { zh: "", en: "" }, suggestion: { zh: "", en: "" }, bases: [] };

/** What the form says otherwise than the rule; null where it says the same. */
export function editOf(rule: Rule, form: z.output<typeof ruleFormSchema>): RuleEdit | null {
  const edit: RuleEdit = { ruleId: rule.id };
  if (form.level !== rule.level) edit.level = form.level;
  if (form.patterns.join("\n") !== rule.patterns.join("\n")) edit.patterns = form.patterns;
  if (form.except.join("\n") !== rule.except.join("\n")) edit.except = form.except;
  if (form.reason.zh !== rule.reason.zh || form.reason.en !== rule.reason.en) edit.reason = form.reason;
  if (form.suggestion.zh !== rule.suggestion.zh || form.suggestion.en !== rule.suggestion.en) edit.suggestion = form.suggestion;
  if ([...form.bases].sort().join() !== [...rule.bases].sort().join()) edit.bases = form.bases;
  return Object.keys(edit).length > 1 ? edit : null;
}

export const wordListFormSchema = z.object({ patterns: patternsField(true), except: patternsField(false) });
export type WordListFormValues = z.input<typeof wordListFormSchema>;

export const wordListFormValues = ({ patterns, except }: Pick<WordList, "patterns" | "except">): WordListFormValues => ({ patterns: patterns.join("\n"), except: except.join("\n") });

/** What the form says otherwise than the list; null where it says the same. */
export function listEditOf({ id: list, ...was }: WordList, form: z.output<typeof wordListFormSchema>): WordListEdit | null {
  const isSame = form.patterns.join("\n") === was.patterns.join("\n") && form.except.join("\n") === was.except.join("\n");
  return isSame ? null : { list, ...form };
}

const basisWords = legalBasisSchema.shape.title;
export const basisFormSchema = z.object({
  id: codeField,
  title: z.object({ zh: z.string().trim().pipe(basisWords.shape.zh), en: z.string().trim().pipe(basisWords.shape.en) }),
  article: z.string().trim().pipe(legalBasisSchema.shape.article),
  certainty: legalBasisSchema.shape.certainty,
  effectiveFrom: z.string().transform((text) => text || null).pipe(legalBasisSchema.shape.effectiveFrom),
  source: z.string().trim().pipe(legalBasisSchema.shape.source),
});
export type BasisFormValues = z.input<typeof basisFormSchema>;

export const basisFormValues = (basis: LegalBasis): BasisFormValues => ({ ...basis, effectiveFrom: basis.effectiveFrom ?? "" });
export const EMPTY_BASIS: BasisFormValues = { id: "", title: { zh: "", en: "" }, article: "", certainty: "unverified", effectiveFrom: "", source: "" };
