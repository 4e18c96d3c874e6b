import { foldText, isFolded } from "./fold-text";
import { PHRASE_LENGTH_MAX } from "./phrase-matcher";
import { AMOUNT_KINDS, type AmountKind } from "./read-amounts";

/** One part of a pattern: one of several phrases, or a number of a kind, at most `reach` characters after the part before it. */
export type Step = { reach: number } & ({ phrases: readonly string[] } | { amount: AmountKind });

export class PatternError extends Error {
  constructor(
    readonly code: "unbalanced" | "too-many" | "empty" | "too-long" | "unknown-amount",
    readonly pattern: string,
  ) {
    super(`${code}: ${pattern}`);
  }
}

const PHRASES_MAX = 4_000;
/** Beyond this many, two groups side by side are two steps instead of all pairs of their phrases. */
const PHRASES_OF_STEP = 32;
const VARIANTS_MAX = 500;
const REACH_MAX = 60;

/**
 * Takes a pattern apart: its variants, each a sequence of steps. A group that holds numbers or gaps makes variants, any other one phrases.
 * Phrases are folded as texts are, so that a rule may be written as people write. Throws PatternError.
 */
export function compilePattern(pattern: string): Step[][] {
  return variantsOf(parse(pattern), pattern).map((parts) => stepsOf(parts, pattern));
}

type Part = { text: string } | { gap: number } | { amount: AmountKind } | { ways: Part[][]; written: string };
type FlatPart = { text: string } | { gap: number } | { amount: AmountKind } | { ways: readonly string[] };

const TOKEN = /~(\d{1,2})|<([a-z]+)>|[()|]|[^~<()|]+|./gsu;

function parse(pattern: string): Part[] {
  const tokens = [...pattern.matchAll(TOKEN)];
  let at = 0;
  const sequence = (isGroup: boolean): Part[] => {
    const parts: Part[] = [];
    while (at < tokens.length) {
      const [written, gap, amountName] = tokens[at]!;
      if (written === "|" || written === ")") {
        if (!isGroup) throw new PatternError("unbalanced", pattern);
        break;
      }
      at++;
      if (gap !== undefined) parts.push({ gap: Math.min(Number(gap), REACH_MAX) });
      else if (amountName !== undefined) {
        const amount = AMOUNT_KINDS.find((kind) => kind === amountName);
        if (!amount) throw new PatternError("unknown-amount", pattern);
        parts.push({ amount });
      } else if (written === "(") {
        const from = tokens[at - 1]!.index;
        const ways = group();
        parts.push({ ways, written: pattern.slice(from, tokens[at]?.index) });
      }
      else parts.push({ text: written });
    }
    return parts;
  };
  const group = (): Part[][] => {
    const ways = [sequence(true)];
    while (tokens[at]?.[0] === "|") {
      at++;
      ways.push(sequence(true));
    }
    if (tokens[at]?.[0] !== ")") throw new PatternError("unbalanced", pattern);
    at++;
    return ways;
  };
  return sequence(false);
}

const isPlain = (part: Part): boolean => "text" in part || ("ways" in part && part.ways.every((way) => way.every(isPlain)));

function variantsOf(parts: readonly Part[], pattern: string): FlatPart[][] {
  let variants: FlatPart[][] = [[]];
  for (const part of parts) {
    const choices: FlatPart[][] = "ways" in part ? choicesOf(part, pattern) : [[part]];
    if (variants.length * choices.length > VARIANTS_MAX) throw new PatternError("too-many", pattern);
    variants = variants.flatMap((variant) => choices.map((choice) => [...variant, ...choice]));
  }
  return variants;
}

function choicesOf({ ways, written }: { ways: readonly Part[][]; written: string }, pattern: string): FlatPart[][] {
  const plain = ways.filter((way) => way.every(isPlain));
  const choices = plain.length === ways.length ? [] : ways.filter((way) => !way.every(isPlain)).flatMap((way) => variantsOf(way, pattern));
  const phrases = plain.length === ways.length ? phrasesOfGroup(written, plain, pattern) : plain.flatMap((way) => phrasesOf(way, pattern));
  // What may be left out is a variant without it, where there is too much of it to be joined to its neighbors.
  const isOptional = phrases.length > OPTIONAL_JOINED_MAX && phrases.includes("");
  if (isOptional) choices.unshift([]);
  const kept = isOptional ? phrases.filter((phrase) => phrase !== "") : phrases;
  if (kept.length > 0) choices.unshift([{ ways: kept }]);
  return choices;
}

const GROUPS_MAX = 2_000;
const knownGroups = new Map<string, readonly string[]>();

/** The same slot of words stands in many patterns: it is read once. */
function phrasesOfGroup(written: string, ways: readonly Part[][], pattern: string): readonly string[] {
  let phrases = knownGroups.get(written);
  if (!phrases) {
    if (knownGroups.size >= GROUPS_MAX) knownGroups.clear();
    knownGroups.set(written, (phrases = ways.flatMap((way) => phrasesOf(way, pattern))));
  }
  return phrases;
}

const OPTIONAL_JOINED_MAX = 4;

/** All ways to read parts without numbers and gaps. */
function phrasesOf(parts: readonly Part[], pattern: string): string[] {
  let phrases = [""];
  for (const part of parts) {
    const ends = "text" in part ? [part.text] : "ways" in part ? part.ways.flatMap((way) => phrasesOf(way, pattern)) : [];
    phrases = joined(phrases, ends, pattern);
  }
  return phrases;
}

function joined(phrases: readonly string[], ends: readonly string[], pattern: string): string[] {
  if (phrases.length * ends.length > PHRASES_MAX) throw new PatternError("too-many", pattern);
  return phrases.flatMap((phrase) => ends.map((end) => phrase + end));
}

function stepsOf(parts: readonly FlatPart[], pattern: string): Step[] {
  const steps: Step[] = [];
  let reach = 0;
  let phrases: readonly string[] = NOTHING_YET;
  const finishPhrases = () => {
    const isOptional = phrases.includes("");
    const folded = foldPhrases(phrases);
    phrases = NOTHING_YET;
    if (isOptional) {
      // What may be left out only widens the gap to what follows.
      reach += Math.max(0, ...folded.map((phrase) => phrase.length));
      return;
    }
    if (folded.length === 0) throw new PatternError("empty", pattern);
    if (folded.some((phrase) => phrase.length > PHRASE_LENGTH_MAX)) throw new PatternError("too-long", pattern);
    steps.push({ reach, phrases: folded });
    reach = 0;
  };
  for (const part of parts) {
    const ends = "text" in part ? [part.text] : "ways" in part ? part.ways : null;
    if (ends && phrases.length * ends.length > PHRASES_OF_STEP && !phrases.includes("") && !ends.includes("")) {
      // Two steps without a gap say the same as all pairs of their phrases.
      finishPhrases();
      phrases = ends;
    } else if (ends) phrases = phrases === NOTHING_YET ? ends : joined(phrases, ends, pattern);
    else if (!("text" in part || "ways" in part)) {
      finishPhrases();
      if ("gap" in part) reach += part.gap;
      else {
        steps.push({ reach, amount: part.amount });
        reach = 0;
      }
    }
  }
  finishPhrases();
  if (steps.length === 0) throw new PatternError("empty", pattern);
  return steps;
}

const NOTHING_YET: readonly string[] = [""];
const foldedLists = new WeakMap<readonly string[], readonly string[]>();

function foldPhrases(phrases: readonly string[]): readonly string[] {
  let folded = foldedLists.get(phrases);
  if (!folded) foldedLists.set(phrases, (folded = [...new Set(phrases.map(foldPhrase))].filter((phrase) => phrase !== "")));
  return folded;
}

const FOLDED_MAX = 60_000;
const foldedPhrases = new Map<string, string>();

/** The same words stand in many patterns. */
function foldPhrase(phrase: string): string {
  if (isFolded(phrase)) return phrase;
  let folded = foldedPhrases.get(phrase);
  if (folded === undefined) {
    if (foldedPhrases.size >= FOLDED_MAX) foldedPhrases.clear();
    foldedPhrases.set(phrase, (folded = foldText(phrase).text));
  }
  return folded;
}
