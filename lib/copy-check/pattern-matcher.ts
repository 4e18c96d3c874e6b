import { compilePattern, type Step } from "./compile-pattern";
import { GAP, type FoldedText } from "./fold-text";
import { phraseMatcher } from "./phrase-matcher";
import { type Amount, type AmountKind } from "./read-amounts";

/** A pattern that was found: its owner, its span in the folded text, and the last number in it. */
export interface PatternMatch {
  owner: number;
  start: number;
  end: number;
  amount: Amount | null;
}

export interface PatternMatcher {
  /** All matches by rising start. At most MATCHES_OF_PATTERN of each pattern: isCut says whether there were more. */
  find(folded: FoldedText, amounts: readonly Amount[], breaks: Breaks): { matches: PatternMatch[]; isCut: boolean };
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

export const MATCHES_OF_PATTERN = 1_000;
/** How many of the latest finds of the step before are looked at; of any one, a newer find is the nearer. */
const LOOKED_BACK_MAX = 6;

/** A sequence of sets, each at most `reach` characters after the one before it. */
interface Sequence {
  owner: number;
  sets: readonly number[];
  reaches: readonly number[];
}

interface Find {
  start: number;
  end: number;
  amount: Amount | null;
}

/**
 * Finds patterns of phrases, numbers and gaps. Phrases are sought in one pass and noted by the sets that hold them; a set is the same
 * for all patterns that use it. Only patterns whose every set was found are joined, step by step from the left; a step looks at a bounded
 * number of finds of the step before, so the time is linear in the length of the text.
 */
export function patternMatcher(owners: readonly { patterns: readonly string[] }[]): PatternMatcher {
  const phraseNumbers = new Map<string, number>();
  const setsOfPhrase: number[][] = [];
  const setNumbers = new Map<string, number>();
  const setsOfAmount = new Map<AmountKind, number>();
  /** Of each set: the sequences that end with it. */
  const endingWith: Sequence[][] = [];

  const setOfList = new WeakMap<readonly string[], number>();
  const setOf = (step: Step): number => {
    const same = "phrases" in step ? setOfList.get(step.phrases) : undefined;
    if (same !== undefined) return same;
    const number = setOfWords(step);
    if ("phrases" in step) setOfList.set(step.phrases, number);
    return number;
  };
  const setOfWords = (step: Step): number => {
    const key = "amount" in step ? `<${step.amount}>` : step.phrases.join("|");
    const known = setNumbers.get(key);
    if (known !== undefined) return known;
    const number = setNumbers.size;
    setNumbers.set(key, number);
    endingWith.push([]);
    if ("amount" in step) setsOfAmount.set(step.amount, number);
    else {
      for (const phrase of step.phrases) {
        let phraseNumber = phraseNumbers.get(phrase);
        if (phraseNumber === undefined) {
          phraseNumbers.set(phrase, (phraseNumber = phraseNumbers.size));
          setsOfPhrase.push([]);
        }
        setsOfPhrase[phraseNumber]!.push(number);
      }
    }
    return number;
  };
  owners.forEach(({ patterns }, owner) => {
    for (const pattern of patterns) {
      for (const steps of compilePattern(pattern)) {
        const sequence = { owner, sets: steps.map(setOf), reaches: steps.map(({ reach }) => reach) };
        endingWith[sequence.sets.at(-1)!]!.push(sequence);
      }
    }
  });
  const matcher = phraseMatcher([...phraseNumbers.keys()]);
  const setCount = setNumbers.size;

  return {
    find(folded, amounts, breaks) {
      const { text, gaps } = folded;
      const findsOfPhrase = new Map<number, Find[]>();
      matcher.scan(text, (phrase, start, end) => {
        if (!isWhole(text, gaps, breaks, start, end)) return;
        const known = findsOfPhrase.get(phrase);
        if (known) known.push({ start, end, amount: null });
        else findsOfPhrase.set(phrase, [{ start, end, amount: null }]);
      });
      // A set refers to the finds of its phrases; they are put in order only where a pattern is joined.
      const parts = new Array<Find[][] | undefined>(setCount);
      const found: number[] = [];
      const addTo = (set: number, finds: Find[]) => {
        const known = parts[set];
        if (known) known.push(finds);
        else {
          parts[set] = [finds];
          found.push(set);
        }
      };
      for (const [phrase, finds] of findsOfPhrase) for (const set of setsOfPhrase[phrase]!) addTo(set, finds);
      for (const amount of amounts) {
        const set = setsOfAmount.get(amount.kind);
        if (set === undefined) continue;
        const find = { start: amount.start, end: amount.end, amount };
        const known = parts[set]?.[0];
        if (known) known.push(find);
        else addTo(set, [find]);
      }
      const findsOf = (set: number): Find[] => {
        const known = parts[set]!;
        if (known.length > 1) parts[set] = [known.flat().sort(byStart)];
        return parts[set]![0]!;
      };

      const matches: PatternMatch[] = [];
      let isCut = false;
      for (const set of found) {
        for (const { owner, sets, reaches } of endingWith[set]!) {
          if (!sets.every((other) => parts[other])) continue;
          let joined = findsOf(sets[0]!);
          for (let step = 1; step < sets.length && joined.length > 0; step++) joined = join(joined, findsOf(sets[step]!), reaches[step]!, breaks, gaps);
          const count = Math.min(joined.length, MATCHES_OF_PATTERN);
          isCut ||= joined.length > count;
          for (let index = 0; index < count; index++) {
            const { start, end, amount } = joined[index]!;
            matches.push({ owner, start, end, amount });
          }
        }
      }
      matches.sort(byStart);
      return { matches, isCut };
    },
  };
}

const byStart = (a: { start: number; end: number }, b: { start: number; end: number }): number => a.start - b.start || b.end - a.end;

/** Each find of the later step with the nearest one of the earlier steps that it may follow; both by rising start. */
function join(earlier: readonly Find[], later: readonly Find[], reach: number, { stops }: Breaks, gaps: FoldedText["gaps"]): Find[] {
  const joined: Find[] = [];
  let ahead = 0;
  for (const { start, end, amount } of later) {
    while (ahead < earlier.length && earlier[ahead]!.start < start) ahead++;
    if (reach === 0 && gaps[start]! >= GAP.pause) continue;
    let best: Find | null = null;
    for (let back = ahead - 1; back >= 0 && back >= ahead - LOOKED_BACK_MAX; back--) {
      const before = earlier[back]!;
      const distance = start - before.end;
      if (distance < 0 || distance > reach || stops[start + 1]! !== stops[before.end]!) continue;
      if (!best || before.end > best.end) best = before;
    }
    if (best) joined.push({ start: best.start, end, amount: amount ?? best.amount });
  }
  return joined;
}

const SPELLED_OUT_MIN = 3;

/** A phrase does not run over the end of a clause (unless it is spelled out, 免，息，分，期), nor begin or end inside a number or a Latin word. */
function isWhole(text: string, gaps: FoldedText["gaps"], { pauses }: Breaks, start: number, end: number): boolean {
  if (pauses[end]! !== pauses[start + 1]!) {
    if (end - start < SPELLED_OUT_MIN) return false;
    for (let index = start + 1; index < end; index++) if (gaps[index] === GAP.none) return false;
  }
  const first = text.charCodeAt(start);
  const last = text.charCodeAt(end - 1);
  if (start > 0 && gaps[start] === GAP.none) {
    const before = text.charCodeAt(start - 1);
    if (isDigit(first) && (isDigit(before) || before === DOT)) return false;
    if (isLatin(first) && isLatin(before)) return false;
  }
  if (end < text.length && gaps[end] === GAP.none) {
    const after = text.charCodeAt(end);
    if (isDigit(last) && (isDigit(after) || after === DOT)) return false;
    if (isLatin(last) && isLatin(after)) return false;
  }
  return true;
}

const DOT = 0x2e;
const isDigit = (unit: number) => unit >= 0x30 && unit <= 0x39;
const isLatin = (unit: number) => unit >= 0x61 && unit <= 0x7a;
