import { z } from "zod";

/** The closed set. Each finding has one. */
export const CATEGORIES = [
  "absolute-claim",
  "endorsement",
  "guaranteed-approval",
  "rate-obscured",
  "first-payment-lure",
  "interest-free-unqualified",
  "rate-mismatch",
  "credit-disguised",
  "credit-claim-in-free-text",
  "induce-overspend",
  "vulnerable-audience",
  "cash-out",
  "false-urgency",
] as const;
export type Category = (typeof CATEGORIES)[number];

/** Of rising weight. */
export const LEVELS = ["note", "warn", "block"] as const;
export type Level = (typeof LEVELS)[number];

/**
 * When a match is no offence. always: never · annual-rate: an annual rate stands beside it · approval-caveat: it says that approval decides ·
 * rest-disclosed: the other payments and the annual rate stand beside it · qualified: terms, scope and payer are named and the quote is free of interest ·
 * activity-dates: the window bears the hurry out · credit-nearby: neither the sentence nor the one before or after speaks of credit.
 */
export const GUARDS = ["always", "annual-rate", "approval-caveat", "rest-disclosed", "qualified", "activity-dates", "credit-nearby", "template-kind"] as const;
export type Guard = (typeof GUARDS)[number];

/** What a number in a match is compared with. */
export const QUANTITIES = ["per-period", "first-payment", "term", "fee", "fee-per-period", "apr", "total"] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** read: the text of the rule was read · reported: reported by secondary sources, its number unchecked · unverified: from memory */
export const CERTAINTIES = ["read", "reported", "unverified"] as const;

const wordsSchema = z.strictObject({ zh: z.string().min(1).max(500), en: z.string().min(1).max(800) });
export type Words = z.output<typeof wordsSchema>;

export const legalBasisSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  title: wordsSchema,
  /** Article as cited; empty where it is not known. */
  article: z.string().max(60),
  certainty: z.enum(CERTAINTIES),
  effectiveFrom: z.iso.date().nullable(),
  source: z.string().min(1).max(300),
});
export type LegalBasis = z.output<typeof legalBasisSchema>;

/**
 * A pattern: characters as they are; (a|b|) one of several; ~6 up to six characters of the same sentence in between;
 * <money> <term> <months> <percent> <days> <hours> <count> a number with that unit.
 */
export const PATTERN_LENGTH_MAX = 1_000;
export const PATTERNS_MAX = 400;
const patternSchema = z.string().min(1).max(PATTERN_LENGTH_MAX);

export const ruleSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,60}$/),
  category: z.enum(CATEGORIES),
  level: z.enum(LEVELS),
  patterns: z.array(patternSchema).min(1).max(PATTERNS_MAX),
  /** A match that one of these overlaps is an everyday word. */
  except: z.array(patternSchema).max(PATTERNS_MAX).default([]),
  unless: z.enum(GUARDS).default("always"),
  /** Set where the match holds a number that a quote must bear out. */
  quantity: z.enum(QUANTITIES).optional(),
  /** False where the words are an offence under a negation as well. */
  isNegatable: z.boolean().default(true),
  reason: wordsSchema,
  suggestion: wordsSchema,
  bases: z.array(z.string().max(60)).max(8),
});
export type Rule = z.output<typeof ruleSchema>;
export type RuleDraft = z.input<typeof ruleSchema>;

/** Words that turn a match into a warning: before it within reach (characters of the same clause or sentence), or after it. */
export const cueSchema = z.strictObject({
  patterns: z.array(patternSchema).min(1).max(PATTERNS_MAX),
  /** Words in which the cue is only a part of another word. */
  except: z.array(patternSchema).max(PATTERNS_MAX).default([]),
  side: z.enum(["before", "after"]),
  reach: z.int().min(0).max(200),
  crossesPauses: z.boolean(),
});
export type Cue = z.output<typeof cueSchema>;

/** Where a cue is looked for; no two of a set look in the same place. */
export const placeOf = ({ side, reach, crossesPauses }: Pick<Cue, "side" | "reach" | "crossesPauses">): string => `${side}-${reach}${crossesPauses ? "-across" : ""}`;

/** What a set says about a text as a whole, for the guards. */
export const CONTEXTS = ["annual-rate", "approval-caveat", "terms", "scope", "payer", "credit", "rest-of-payments", "compound"] as const;
export type ContextName = (typeof CONTEXTS)[number];

export const ruleSetSchema = z
  .strictObject({
    rules: z.array(ruleSchema).min(1).max(500),
    cues: z.array(cueSchema).max(50),
    contexts: z.record(z.enum(CONTEXTS), z.array(patternSchema).max(PATTERNS_MAX)),
    bases: z.array(legalBasisSchema).max(200),
  })
  .superRefine((set, ctx) => {
    const known = new Set(set.bases.map(({ id }) => id));
    const ids = new Set<string>();
    set.rules.forEach((rule, index) => {
      if (ids.has(rule.id)) ctx.addIssue({ code: "custom", path: ["rules", index, "id"], params: { code: "twice" }, message: `Twice: ${rule.id}` });
      ids.add(rule.id);
      for (const basis of rule.bases) if (!known.has(basis)) ctx.addIssue({ code: "custom", path: ["rules", index, "bases"], params: { code: "unknown-basis" }, message: `Unknown basis: ${basis}` });
    });
    const cues = new Set<string>();
    set.cues.forEach((cue, index) => {
      if (cues.has(placeOf(cue))) ctx.addIssue({ code: "custom", path: ["cues", index], params: { code: "twice" }, message: `Twice: ${placeOf(cue)}` });
      cues.add(placeOf(cue));
    });
  });
export type RuleSet = z.output<typeof ruleSetSchema>;
export type RuleSetDraft = z.input<typeof ruleSetSchema>;
