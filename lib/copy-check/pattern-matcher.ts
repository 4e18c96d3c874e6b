import { compilePattern, type Step } from "./compile-pattern";
import { GAP, type FoldedText } from "./fold-text";
import { phraseMatcher } from "./phrase-matcher";
import { AMOUNT_KINDS, type Amount, type AmountKind } from "./read-amounts";

/** A pattern that was found: its owner, its span in the folded text, and the last number in it. */
export interface PatternMatch {
  owner: number;
  start: number;
  end: number;
  amount: Amount | null;
}

export interface PatternMatcher {
  scan(folded: FoldedText, amounts: readonly Amount[], breaks: Breaks, onMatch: (match: PatternMatch) => boolean): void;
}

/** How many pauses and stops stand before or at each character. */
export interface Breaks {
  pauses: Int32Array;
  stops: Int32Array;
}

export function breaksOf({ gaps }: FoldedText): Breaks {
  const pauses = new Int32Array(gaps.length + 1);
  const stops = new Int32Array(gaps.length + 1);
  for (let index = 0; index < gaps.length; index++) {
    pauses[index + 1] = pauses[index]! + (gaps[index]! >= GAP.pause ? 1 : 0);
    stops[index + 1] = stops[index]! + (gaps[index]! === GAP.stop ? 1 : 0);
  }
  return { pauses, stops };
}

/** How many of the latest finds of a step are kept for the step after it: of any one, a newer find is the nearer. */
const KEPT = 3;
const NOWHERE = -1_000_000;

/**
 * Finds patterns of phrases, numbers and gaps. All phrases of all patterns are sought in one pass; a find of a later step looks
 * at the last few finds of the step before it, so the time is linear in the text and in how often phrases occur.
 */
export function patternMatcher(owners: readonly { patterns: readonly string[] }[]): PatternMatcher {
  const phrases: string[] = [];
  /** Of each phrase: the step that it belongs to. */
  const stepOfPhrase: number[] = [];
  const stepsOfAmount = new Map<AmountKind, number[]>(AMOUNT_KINDS.map((kind) => [kind, []]));
  const reach: number[] = [];
  const isFirst: boolean[] = [];
  const isLast: boolean[] = [];
  const ownerOf: number[] = [];

  const addStep = (step: Step, index: number, count: number, owner: number) => {
    const number = reach.length;
    reach.push(step.reach);
    isFirst.push(index === 0);
    isLast.push(index === count - 1);
    ownerOf.push(owner);
    if ("amount" in step) stepsOfAmount.get(step.amount)!.push(number);
    else {
      for (const phrase of step.phrases) {
        phrases.push(phrase);
        stepOfPhrase.push(number);
      }
    }
  };
  owners.forEach(({ patterns }, owner) => {
    for (const pattern of patterns) {
      for (const steps of compilePattern(pattern)) steps.forEach((step, index) => addStep(step, index, steps.length, owner));
    }
  });
  const matcher = phraseMatcher(phrases);
  const count = reach.length;

  return {
    scan(folded, amounts, breaks, onMatch) {
      const { text, gaps } = folded;
      const starts = new Int32Array(count * KEPT).fill(NOWHERE);
      const ends = new Int32Array(count * KEPT).fill(NOWHERE);
      const found: (Amount | null)[] = new Array<Amount | null>(count * KEPT).fill(null);
      const next = new Uint8Array(count);
      let isOver = false;

      const arrive = (step: number, start: number, end: number, amount: Amount | null) => {
        let from = start;
        let number = amount;
        if (!isFirst[step]) {
          const before = (step - 1) * KEPT;
          let best = -1;
          for (let kept = before; kept < before + KEPT; kept++) {
            const distance = start - ends[kept]!;
            if (distance < 0 || distance > reach[step]!) continue;
            if (breaks.stops[start + 1]! !== breaks.stops[ends[kept]!]!) continue;
            if (reach[step] === 0 && gaps[start]! >= GAP.pause) continue;
            if (best < 0 || ends[kept]! > ends[best]!) best = kept;
          }
          if (best < 0) return;
          from = starts[best]!;
          number = amount ?? found[best]!;
        }
        if (isLast[step]) {
          isOver = !onMatch({ owner: ownerOf[step]!, start: from, end, amount: number });
          return;
        }
        const slot = step * KEPT + next[step]!;
        starts[slot] = from;
        ends[slot] = end;
        found[slot] = number;
        next[step] = (next[step]! + 1) % KEPT;
      };

      let ahead = 0;
      const arriveAmounts = (until: number) => {
        while (ahead < amounts.length && amounts[ahead]!.start < until && !isOver) {
          const amount = amounts[ahead++]!;
          for (const step of stepsOfAmount.get(amount.kind)!) arrive(step, amount.start, amount.end, amount);
        }
      };
      matcher.scan(text, (phrase, start, end) => {
        if (isOver) return;
        arriveAmounts(start);
        if (isWhole(text, gaps, breaks, start, end)) arrive(stepOfPhrase[phrase]!, start, end, null);
      });
      arriveAmounts(text.length + 1);
    },
  };
}

const SPELLED_OUT_MIN = 3;

/** A phrase does not run over the end of a clause (unless it is spelled out, 免、息、分、期), nor begin inside a number or a Latin word. */
function isWhole(text: string, gaps: FoldedText["gaps"], { pauses }: Breaks, start: number, end: number): boolean {
  if (pauses[end]! !== pauses[start + 1]!) {
    if (end - start < SPELLED_OUT_MIN) return false;
    for (let index = start + 1; index < end; index++) if (gaps[index] === GAP.none) return false;
  }
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  if (start > 0 && gaps[start] === GAP.none) {
    const before = text.charCodeAt(start - 1);
    if (isDigit(first) && (isDigit(before) || before === 0x2e)) return false;
    if (isLatin(first) && isLatin(before)) return false;
  }
  if (end < text.length && gaps[end] === GAP.none) {
    const after = text.charCodeAt(end);
    if (isDigit(last) && isDigit(after)) return false;
    if (isLatin(last) && isLatin(after)) return false;
  }
  return true;
}

const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a;
