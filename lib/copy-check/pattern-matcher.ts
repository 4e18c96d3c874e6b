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

/** Sentences are told apart by so many bits; of two with the same one, a pattern is joined in vain. */
const SENTENCE_BITS = 32;

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

/** What a set looks for: phrases by their numbers, or a kind of number. */
type WordSet = { phrases: readonly number[] } | { amount: AmountKind };

/**
 * Finds patterns of phrases, numbers and gaps. Phrases are sought in one pass, and the sets that hold them are marked; a pattern is looked
 * at where the set of it that is least likely to stand in a text is marked, and joined, step by step from the left, where a sentence
 * has all its sets. A step looks at a bounded number of finds of the step before, so the time is linear in the length of the text.
 */
export function patternMatcher(owners: readonly { patterns: readonly string[] }[]): PatternMatcher {
  const { phrases, sets, sequences } = gather(owners);
  const matcher = phraseMatcher(phrases);
  const setsOfPhrase = listsOf(phrases.length, sets.flatMap((set, number) => ("amount" in set ? [] : set.phrases.map((phrase) => [phrase, number] as const))));
  const setOfAmount = new Map(sets.flatMap((set, number) => ("amount" in set ? [[set.amount, number] as const] : [])));
  const likelihoods = sets.map((set) => ("amount" in set ? LIKELY_NUMBER : set.phrases.reduce((sum, phrase) => sum + likelihoodOf(phrases[phrase]!), 0)));
  const byRareness = sequences.map((sequence) => [...sequence.sets].sort((a, b) => likelihoods[a]! - likelihoods[b]!));
  const sequencesOfSet = listsOf(sets.length, byRareness.map(([rarest], sequence) => [rarest!, sequence] as const));
  const setsOfSequence = listsOf(sequences.length, byRareness.flatMap((rareFirst, sequence) => rareFirst.map((set) => [sequence, set] as const)));
  /** Per text: the finds of each phrase, the finds of each set once they are put in order, and which text a set was marked in. */
  const findsOfPhrase: (Find[] | undefined)[] = new Array(phrases.length);
  const findsOfSet: (Find[] | undefined)[] = new Array(sets.length);
  const markedIn = new Int32Array(sets.length);
  /** The sentences, as bits by their number, that a set was found in, and the last one that a phrase was. */
  const sentencesOf = new Int32Array(sets.length);
  const lastSentence = new Int32Array(phrases.length);
  let texts = 0;

  return {
    find(folded, amounts, breaks) {
      const { text, gaps } = folded;
      const found: number[] = [];
      const marked: number[] = [];
      const now = ++texts;
      let isWithinSentences = true;
      const mark = (set: number, sentence: number) => {
        if (markedIn[set] !== now) {
          markedIn[set] = now;
          sentencesOf[set] = 0;
          marked.push(set);
        }
        sentencesOf[set]! |= 1 << (sentence % SENTENCE_BITS);
      };
      matcher.scan(text, (phrase, start, end) => {
        if (!isWhole(text, gaps, breaks, start, end)) return;
        const find = { start, end, amount: null };
        const sentence = breaks.stops[start + 1]!;
        if (breaks.stops[end] !== sentence) isWithinSentences = false;
        const known = findsOfPhrase[phrase];
        if (known) {
          known.push(find);
          if (lastSentence[phrase] === sentence) return;
        } else {
          findsOfPhrase[phrase] = [find];
          found.push(phrase);
        }
        lastSentence[phrase] = sentence;
        for (let at = setsOfPhrase.from[phrase]!; at < setsOfPhrase.from[phrase + 1]!; at++) mark(setsOfPhrase.values[at]!, sentence);
      });
      for (const amount of amounts) {
        const set = setOfAmount.get(amount.kind);
        if (set === undefined) continue;
        mark(set, breaks.stops[amount.start + 1]!);
        if (breaks.stops[amount.end] !== breaks.stops[amount.start + 1]) isWithinSentences = false;
        (findsOfSet[set] ??= []).push({ start: amount.start, end: amount.end, amount });
      }
      const findsOf = (number: number): Find[] => {
        const known = findsOfSet[number];
        if (known) return known;
        const set = sets[number]!;
        return (findsOfSet[number] = "amount" in set ? [] : inOrder(set.phrases, findsOfPhrase));
      };

      const matches: PatternMatch[] = [];
      let isCut = false;
      for (const rarest of marked) {
        for (let at = sequencesOfSet.from[rarest]!; at < sequencesOfSet.from[rarest + 1]!; at++) {
          const number = sequencesOfSet.values[at]!;
          let of = setsOfSequence.from[number]! + 1;
          const last = setsOfSequence.from[number + 1]!;
          let sentences = isWithinSentences ? sentencesOf[rarest]! : -1;
          while (of < last && sentences !== 0 && markedIn[setsOfSequence.values[of]!] === now) {
            if (isWithinSentences) sentences &= sentencesOf[setsOfSequence.values[of]!]!;
            of++;
          }
          if (of < last || sentences === 0) continue;
          const { owner, sets, reaches } = sequences[number]!;
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
      for (const phrase of found) findsOfPhrase[phrase] = undefined;
      for (const set of marked) findsOfSet[set] = undefined;
      matches.sort((a, b) => byStart(a, b) || a.owner - b.owner);
      return { matches, isCut };
    },
  };
}

/** Lists of numbers one after another: those of `index` stand in `values` between `from[index]` and `from[index + 1]`. */
interface Lists {
  from: Int32Array;
  values: Int32Array;
}

function listsOf(count: number, entries: readonly (readonly [index: number, value: number])[]): Lists {
  const from = new Int32Array(count + 1);
  for (const [index] of entries) from[index + 1]!++;
  for (let index = 0; index < count; index++) from[index + 1]! += from[index]!;
  const next = from.slice();
  const values = new Int32Array(entries.length);
  for (const [index, value] of entries) values[next[index]!++] = value;
  return { from, values };
}

/** All patterns as sequences of sets; a phrase, and a set, is the same for all patterns that use it. */
function gather(owners: readonly { patterns: readonly string[] }[]): { phrases: string[]; sets: WordSet[]; sequences: Sequence[] } {
  const phraseNumbers = new Map<string, number>();
  const setNumbers = new Map<string, number>();
  const setOfList = new WeakMap<readonly string[], number>();
  const sets: WordSet[] = [];
  const sequences: Sequence[] = [];
  const numberOf = (phrase: string): number => {
    const known = phraseNumbers.get(phrase);
    if (known !== undefined) return known;
    phraseNumbers.set(phrase, phraseNumbers.size);
    return phraseNumbers.size - 1;
  };
  const setOfWords = (step: Step): number => {
    const key = "amount" in step ? `<${step.amount}>` : step.phrases.join("|");
    const known = setNumbers.get(key);
    if (known !== undefined) return known;
    setNumbers.set(key, sets.length);
    return sets.push("amount" in step ? { amount: step.amount } : { phrases: [...new Set(step.phrases.map(numberOf))] }) - 1;
  };
  const setOf = (step: Step): number => {
    if ("amount" in step) return setOfWords(step);
    const known = setOfList.get(step.phrases);
    if (known !== undefined) return known;
    const number = setOfWords(step);
    setOfList.set(step.phrases, number);
    return number;
  };
  owners.forEach(({ patterns }, owner) => {
    for (const pattern of patterns) for (const steps of compilePattern(pattern)) sequences.push({ owner, sets: steps.map(setOf), reaches: steps.map(({ reach }) => reach) });
  });
  return { phrases: [...phraseNumbers.keys()], sets, sequences };
}

/** How likely a phrase is to stand at a place of a text, roughly: a character more makes it rarer by so much. */
const RARER_BY_CHARACTER = 20;
const likelihoodOf = (phrase: string): number => RARER_BY_CHARACTER ** -phrase.length;
const LIKELY_NUMBER = RARER_BY_CHARACTER ** -2;

function inOrder(phrases: readonly number[], findsOfPhrase: readonly (Find[] | undefined)[]): Find[] {
  let only: Find[] | undefined;
  let all: Find[] | undefined;
  for (let index = 0; index < phrases.length; index++) {
    const finds = findsOfPhrase[phrases[index]!];
    if (!finds) continue;
    if (!only) only = finds;
    else if (all ??= only.slice()) for (let at = 0; at < finds.length; at++) all.push(finds[at]!);
  }
  if (!all) return only!;
  if (all.length > FEW) return all.sort(byStart);
  for (let index = 1; index < all.length; index++) {
    const find = all[index]!;
    let at = index;
    while (at > 0 && byStart(all[at - 1]!, find) > 0) all[at] = all[--at]!;
    all[at] = find;
  }
  return all;
}

/** So many are put in order sooner by hand. */
const FEW = 24;

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
