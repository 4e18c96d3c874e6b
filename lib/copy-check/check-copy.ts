import { bearsOutHurry, type ActivityWindow } from "./activity-window";
import { isBorneOut, quotedValue } from "./compare-number";
import { compileRuleSet, type CompiledRuleSet } from "./compile-rule-set";
import { foldText, GAP, type FoldedText } from "./fold-text";
import { breaksOf, type Breaks, type PatternMatch } from "./pattern-matcher";
import type { QuoteFacts } from "./quote-facts";
import { readAmounts, type Amount, type RateMethod } from "./read-amounts";
import { LEVELS, type Category, type ContextName, type Cue, type LegalBasis, type Level, type Quantity, type Rule, type RuleSet, type Words } from "./rule-set";
import { spansIn, type Spans } from "./spans";

export const FINDINGS_MAX = 500;
export const COPY_LENGTH_MAX = 100_000;

export interface CopyToCheck {
  text: string;
  /** template: words of a label that was made for one product; free: the merchant's own (the default). */
  kind?: "free" | "template";
  /** What the numbers are compared with: the quotes of the offer's terms. None: numbers are not judged. */
  facts?: readonly QuoteFacts[];
  window?: ActivityWindow;
}

export interface Finding {
  ruleId: string;
  category: Category;
  level: Level;
  /** UTF-16 offsets in the original text, end exclusive. */
  start: number;
  end: number;
  /** The words as written. */
  matched: string;
  reason: Words;
  suggestion: Words;
  basis: readonly LegalBasis[];
  /** Of a number that is not borne out: what was written and what the quote says. Fen, months, or percent. */
  number?: { quantity: Quantity; quoted: number | string };
  /** Of a credit claim: the kind of approved template that says it. */
  template?: "zero-interest" | "per-period" | "apr";
}

export interface CopyCheck {
  findings: Finding[];
  verdict: "pass" | "warn" | "block";
  /** More was found than is told. */
  truncated: boolean;
}

/**
 * Checks a text by a set of rules. Pure, and linear in the length of the text. Findings stand by rising start; those of one category
 * that overlap are one. A credit claim in free text is a warning where the quotes bear out all that is said and nothing else is wrong with
 * the credit in it, else it blocks.
 */
export function checkCopy(copy: CopyToCheck, set: RuleSet): CopyCheck {
  const reading = read(copy, compileRuleSet(set));
  const found: Finding[] = [];
  for (const match of reading.matches) {
    const finding = judge(match, reading, copy);
    if (finding) found.push(finding);
  }
  const findings = withoutOverlaps(found, copy.text);
  weighClaims(findings, copy.facts);
  const isTruncated = reading.isTruncated || findings.length > FINDINGS_MAX;
  if (findings.length > FINDINGS_MAX) findings.length = FINDINGS_MAX;
  return { findings, verdict: verdictOf(findings), truncated: isTruncated };
}

export function verdictOf(findings: readonly Pick<Finding, "level">[]): CopyCheck["verdict"] {
  if (findings.some(({ level }) => level === "block")) return "block";
  return findings.some(({ level }) => level === "warn") ? "warn" : "pass";
}

interface RuleMatch extends PatternMatch {
  rule: Rule;
  ruleIndex: number;
}

interface Reading {
  set: CompiledRuleSet;
  folded: FoldedText;
  amounts: readonly Amount[];
  breaks: Breaks;
  matches: RuleMatch[];
  exceptions: Map<number, Spans>;
  cues: Map<Cue, Spans>;
  noCues: Map<Cue, Spans>;
  contexts: Map<ContextName, Spans>;
  /** by their numbers */
  creditSentences: Set<number>;
  isTruncated: boolean;
}

function read(copy: CopyToCheck, set: CompiledRuleSet): Reading {
  const folded = foldText(copy.text);
  const amounts = readAmounts(folded);
  const breaks = breaksOf(folded);
  const { matches, isCut } = set.matcher.find(folded, amounts, breaks);
  const reading: Reading = { set, folded, amounts, breaks, matches: [], exceptions: new Map(), cues: new Map(), noCues: new Map(), contexts: new Map(), creditSentences: new Set(), isTruncated: isCut };
  for (const match of matches) {
    const owner = set.owners[match.owner]!;
    if (owner.kind === "except") spansIn(reading.exceptions, owner.rule).add(match);
    else if (owner.kind === "cue") spansIn(reading.cues, owner.cue).add(match);
    else if (owner.kind === "no-cue") spansIn(reading.noCues, owner.cue).add(match);
    else if (owner.kind === "context") {
      spansIn(reading.contexts, owner.context).add(match);
      if (owner.context === "credit") reading.creditSentences.add(breaks.stops[match.start + 1]!);
    } else {
      const rule = set.rules[owner.rule]!;
      if (rule.quantity && (!match.amount || !copy.facts?.length)) continue;
      reading.matches.push({ ...match, rule, ruleIndex: owner.rule });
    }
  }
  return reading;
}

function judge(match: RuleMatch, reading: Reading, copy: CopyToCheck): Finding | null {
  const { rule } = match;
  if (reading.exceptions.get(match.ruleIndex)?.overlaps(match.start, match.end)) return null;
  if (rule.isNegatable && isNegated(match, reading)) return null;
  if (rule.quantity) return judgeNumber(match, rule.quantity, reading, copy);
  if (isExcused(match, reading, copy)) return null;
  return findingOf(match, reading, copy.text);
}

function findingOf({ rule, start, end }: RuleMatch, { folded, set }: Reading, text: string): Finding {
  const from = folded.starts[start]!;
  const to = folded.ends[end - 1]!;
  return {
    ruleId: rule.id,
    category: rule.category,
    level: rule.level,
    start: from,
    end: to,
    matched: text.slice(from, to),
    reason: rule.reason,
    suggestion: rule.suggestion,
    basis: rule.bases.map((id) => set.bases.get(id)!),
  };
}

function isExcused(match: RuleMatch, reading: Reading, { kind = "free", facts, window }: CopyToCheck): boolean {
  const says = (context: ContextName) => reading.contexts.has(context);
  switch (match.rule.unless) {
    case "always":
      return false;
    case "annual-rate":
      return says("annual-rate");
    case "approval-caveat":
      return says("approval-caveat");
    case "rest-disclosed":
      return says("rest-of-payments") && says("annual-rate");
    case "qualified": {
      if (facts && !factsNear(match, reading, facts).every(({ interestFree }) => interestFree)) return false;
      return says("terms") && says("payer") && (kind === "template" || says("scope"));
    }
    case "activity-dates":
      return bearsOutHurry(reading.folded.text.slice(match.start, match.end), match.amount ?? amountIn(match, reading.amounts), window);
    case "credit-nearby":
      return !isCreditNear(match, reading);
    case "template-kind":
      return kind === "template";
  }
}

/** The sentences of a match, the one before them and the one after still speak of the same. */
function isCreditNear({ start, end }: PatternMatch, { breaks: { stops }, creditSentences }: Reading): boolean {
  for (let sentence = stops[start + 1]! - 1; sentence <= stops[end]! + 1; sentence++) if (creditSentences.has(sentence)) return true;
  return false;
}

function amountIn({ start, end }: PatternMatch, amounts: readonly Amount[]): Amount | null {
  return amounts.find((amount) => amount.start >= start && amount.end <= end && amount.kind !== "count") ?? null;
}

/** A bare number below this counts things: it is no sum of all payments, or of one. */
const BARE_TOTAL_MIN = 100;
const BARE_SUM_MIN = 2;

function isTooFew({ kind, value }: Amount, quantity: Quantity): boolean {
  return kind === "count" && quantity !== "term" && quantity !== "apr" && value < (quantity === "total" ? BARE_TOTAL_MIN : BARE_SUM_MIN);
}

/** How far a method word may stand from its rate. */
const METHOD_REACH = 6;

function judgeNumber(match: RuleMatch, quantity: Quantity, reading: Reading, { facts = [], text }: CopyToCheck): Finding | null {
  const amount = numberOf(match, quantity, reading.amounts);
  if (isTooFew(amount, quantity)) return null;
  if (quantity === "term" ? isInList(amount, reading, facts) : isPastAnother(match, amount, reading)) return null;
  const method = quantity === "apr" ? methodOf(match, amount, reading) : "simple";
  const near = factsNear(amount, reading, facts);
  if (near.some((one) => isBorneOut(quantity, amount, one, method))) return null;
  const finding = findingOf({ ...match, start: amount.start, end: amount.end }, reading, text);
  return { ...finding, number: { quantity, quoted: quotedValue(quantity, near[0]!, method) } };
}

/** "433元x3期" and "433元x3" speak of money and of a term: the one that the rule is about is judged. */
function numberOf({ start, end, amount }: RuleMatch, quantity: Quantity, amounts: readonly Amount[]): Amount {
  if (quantity === "term" || quantity === "apr") return amount!;
  const before = amounts[amounts.indexOf(amount!) - 1];
  if (amount!.kind === "count" && before?.kind === "money" && before.start >= start && amount!.start - before.end <= 1) return before;
  if (amount!.kind !== "term" && amount!.kind !== "months") return amount!;
  return amounts.findLast((other) => other.kind === "money" && other.start >= start && other.end <= end) ?? amount!;
}

/** How a rate is reckoned: by the word that is its own, else by one close to it and not closer to another rate; without any it is a simple one. */
function methodOf({ start, end }: RuleMatch, amount: Amount, { amounts, contexts }: Reading): RateMethod {
  if (amount.method) return amount.method;
  const index = amounts.indexOf(amount);
  const [before, after] = [amounts[index - 1], amounts[index + 1]];
  const from = Math.max(start - METHOD_REACH, before?.kind === "percent" ? before.end : 0);
  const to = after?.kind === "percent" && after.start < end + 2 * METHOD_REACH ? end : end + METHOD_REACH;
  return contexts.get("compound")?.overlaps(from, to) ? "compound" : "simple";
}

/** "每期156元，手续费共9元": what stands behind another number of its kind is not what the words before both speak of. */
function isPastAnother({ start }: RuleMatch, amount: Amount, { amounts }: Reading): boolean {
  for (let index = amounts.indexOf(amount) - 1; index >= 0 && amounts[index]!.start > start; index--) {
    const other = amounts[index]!;
    if (other.kind === amount.kind && !(other.kind === "count" && other.value === 1)) return true; // 每一笔 names no sum
  }
  return false;
}

/** Where a sentence names terms of the offer, what it says is of those, at whichever price; else any term's will do. */
function factsNear(place: { start: number }, { amounts, breaks }: Reading, facts: readonly QuoteFacts[]): readonly QuoteFacts[] {
  if (facts.length < 2) return facts;
  const sentence = breaks.stops[place.start + 1];
  const terms = new Set(amounts.filter(({ kind, start }) => (kind === "term" || kind === "months") && breaks.stops[start + 1] === sentence).map(({ value }) => value));
  const named = facts.filter(({ term }) => terms.has(term));
  return named.length > 0 ? named : facts;
}

/** "3、6、12期": the quote needs to bear out one of the terms, and stands for the others. */
function isInList(amount: Amount, { amounts, folded }: Reading, facts: readonly QuoteFacts[]): boolean {
  const index = amounts.indexOf(amount);
  const isTerm = (value: number) => facts.some(({ term }) => term === value);
  for (const direction of [-1, 1]) {
    let edge = direction < 0 ? amount.start : amount.end;
    for (let at = index + direction; at >= 0 && at < amounts.length; at += direction) {
      const other = amounts[at]!;
      const [from, to] = direction < 0 ? [other.end, edge] : [edge, other.start];
      if (other.kind !== "count" && other.kind !== "term") break;
      if (to - from > 1 || !/^[和或及与至到]?$/.test(folded.text.slice(from, to))) break;
      if (to === from && folded.gaps[direction < 0 ? edge : other.start] === GAP.stop) break;
      if (isTerm(other.value)) return true;
      edge = direction < 0 ? other.start : other.end;
    }
  }
  return false;
}

function isNegated(match: RuleMatch, { cues, noCues, breaks }: Reading): boolean {
  for (const [cue, spans] of cues) {
    const reaches = cue.side === "before" ? spans.endingIn(match.start - cue.reach, match.start) : spans.startingIn(match.end, match.end + cue.reach);
    for (const span of reaches) {
      if (noCues.get(cue)?.overlaps(span.start, span.end)) continue;
      const [from, to] = cue.side === "before" ? [span.end, match.start] : [match.end - 1, span.start];
      if (breaks.stops[from]! !== breaks.stops[to + 1]! && cue.side === "before") continue;
      if (cue.side === "after" && breaks.stops[from + 1]! !== breaks.stops[to + 1]!) continue;
      if (!cue.crossesPauses && breaks.pauses[from]! !== breaks.pauses[to + 1]!) continue;
      return true;
    }
  }
  return false;
}

/** Of one category, what overlaps is one finding, with the gravest of the levels; a number stands for itself. */
function withoutOverlaps(found: Finding[], text: string): Finding[] {
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  const last = new Map<Category, Finding>();
  const kept: Finding[] = [];
  for (const finding of found) {
    const before = last.get(finding.category);
    if (before && finding.start < before.end) {
      if (finding.end > before.end) {
        before.end = finding.end;
        before.matched = text.slice(before.start, before.end);
      }
      if (LEVELS.indexOf(finding.level) > LEVELS.indexOf(before.level)) before.level = finding.level;
      continue;
    }
    kept.push(finding);
    last.set(finding.category, finding);
  }
  return kept;
}

/** What must not be wrong beside a credit claim for it to be a warning only. */
const UNTRUE_BESIDE: ReadonlySet<Category> = new Set(["interest-free-unqualified", "rate-mismatch", "rate-obscured", "first-payment-lure", "credit-disguised", "guaranteed-approval", "cash-out", "vulnerable-audience", "induce-overspend"]);

function weighClaims(findings: Finding[], facts: readonly QuoteFacts[] | undefined): void {
  const isBlocked = !facts?.length || findings.some(({ category }) => UNTRUE_BESIDE.has(category));
  for (const finding of findings) {
    if (finding.category !== "credit-claim-in-free-text") continue;
    if (!isBlocked) finding.level = "warn";
    finding.template = /[免无零0〇O]|不要|不收/u.test(finding.matched) && /[息利]|手续费/u.test(finding.matched) ? "zero-interest" : /[元块¥￥]|每期|月供/u.test(finding.matched) ? "per-period" : "apr";
  }
}
