import { z } from "zod";
import { calendarDateSchema } from "@/lib/quote/schema";
import { cueSchema, legalBasisSchema, ruleSchema } from "@/lib/copy-check/rule-set";

export const RULE_EDITS_MAX = 50;
export const RULES_ADDED_MAX = 20;
export const BASES_CHANGED_MAX = 50;
export const RULES_REMOVED_MAX = 20;
export const WORD_LISTS_CHANGED_MAX = 30;
export const PROPOSAL_NOTE_MAX = 500;
/** All changes together travel in one request. */
const CHANGES_CHARACTERS_MAX = 250_000;

const { id, category, level, patterns, except, isNegatable, reason, suggestion, bases } = ruleSchema.shape;

/** What is different about one rule of the set; each list stands for the whole of it. */
export const ruleEditSchema = z.strictObject({
  ruleId: id,
  patterns: patterns.optional(),
  except: except.unwrap().optional(),
  level: level.optional(),
  reason: reason.optional(),
  suggestion: suggestion.optional(),
  bases: bases.optional(),
});
export type RuleEdit = z.output<typeof ruleEditSchema>;

/** A rule that compliance adds finds words; guards and numbers are parts of the program's own rules. */
export const addedRuleSchema = z.strictObject({ id, category, level, patterns, except, isNegatable, reason, suggestion, bases });
export type AddedRule = z.output<typeof addedRuleSchema>;

/** The words of a cue or a context as they are to be; no list is added or removed, since the program asks for each by its name. */
export const wordListEditSchema = z.strictObject({ list: z.string().regex(/^[a-z0-9-]{1,60}$/), patterns: cueSchema.shape.patterns, except: cueSchema.shape.except });
export type WordListEdit = z.output<typeof wordListEditSchema>;

/** Changes against one set of rules. A legal basis replaces the one of its id, or is a new one. */
export const ruleChangesSchema = z
  .strictObject({
    edits: z.array(ruleEditSchema).max(RULE_EDITS_MAX),
    added: z.array(addedRuleSchema).max(RULES_ADDED_MAX),
    bases: z.array(legalBasisSchema).max(BASES_CHANGED_MAX),
    removed: z.array(id).max(RULES_REMOVED_MAX).default([]),
    lists: z.array(wordListEditSchema).max(WORD_LISTS_CHANGED_MAX).default([]),
  })
  .refine((changes) => JSON.stringify(changes).length <= CHANGES_CHARACTERS_MAX, { params: { code: "changes-too-long", key: "copyRules.problems.changesTooLong" } });
export type RuleChanges = z.output<typeof ruleChangesSchema>;

export const NO_CHANGES: RuleChanges = { edits: [], added: [], bases: [], removed: [], lists: [] };

const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);

/** What a proposal of the kind "copy-rules" holds. */
export const copyRulesContentSchema = z.strictObject({ baseSha256: fingerprintSchema, changes: ruleChangesSchema });
export type CopyRulesContent = z.output<typeof copyRulesContentSchema>;

export const tryRulesInput = copyRulesContentSchema;
export type TryRulesInput = z.input<typeof tryRulesInput>;

export const proposeCopyRulesInput = z.strictObject({
  baseSha256: fingerprintSchema,
  changes: ruleChangesSchema,
  note: z.string().trim().min(1).max(PROPOSAL_NOTE_MAX),
  effectiveFrom: calendarDateSchema,
});
export type ProposeCopyRulesInput = z.input<typeof proposeCopyRulesInput>;
