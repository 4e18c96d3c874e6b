/** Where a phrase stands: its number in the list, and its span in the text that was given. */
export type PhraseHit = (phrase: number, start: number, end: number) => void;

export interface PhraseMatcher {
  /** Every occurrence of every phrase, overlapping ones too, by rising start. */
  scan(text: string, onHit: PhraseHit): void;
}

/** A walk from each position is as long as the longest phrase at most, so the time of a scan is linear whatever the text is. */
export const PHRASE_LENGTH_MAX = 32;

/**
 * Finds many phrases at once. A table of the hashes of all first pairs of characters turns most positions away with one look;
 * where a pair is known, a trie in typed arrays is walked. Phrases are 1 to 32 UTF-16 units long; the same phrase may come twice.
 */
export function phraseMatcher(phrases: readonly string[]): PhraseMatcher {
  const pairs = new Uint8Array(PAIR_HASHES);
  const hasSingles = phrases.some((phrase) => phrase.length === 1);
  const singles = new Int32Array(hasSingles ? 0x10000 : 0);
  const units = phrases.reduce((sum, phrase) => sum + phrase.length, 0);
  let slots = 64;
  while (slots < units * 2) slots *= 2;
  const keyNodes = new Int32Array(slots).fill(-1);
  const keyUnits = new Uint16Array(slots);
  const children = new Int32Array(slots);
  const mask = slots - 1;
  /** Of each node: the number of its phrase plus one, and the next phrase of the same letters. */
  const phraseAt = new Int32Array(units + 1);
  const sameAs = new Int32Array(phrases.length).fill(-1);
  let nodes = 1;

  const slotOf = (node: number, unit: number) => {
    let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b)) & mask;
    while (keyNodes[slot] !== -1 && (keyNodes[slot] !== node || keyUnits[slot] !== unit)) slot = (slot + 1) & mask;
    return slot;
  };

  phrases.forEach((phrase, number) => {
    if (phrase.length < 1 || phrase.length > PHRASE_LENGTH_MAX) throw new RangeError(`A phrase has 1 to ${PHRASE_LENGTH_MAX} characters: ${phrase}`);
    if (phrase.length === 1) {
      const unit = phrase.charCodeAt(0);
      if (singles[unit] !== 0) sameAs[number] = singles[unit]! - 1;
      singles[unit] = number + 1;
      return;
    }
    pairs[pairHash(phrase.charCodeAt(0), phrase.charCodeAt(1))] = 1;
    let node = 0;
    for (let index = 0; index < phrase.length; index++) {
      const slot = slotOf(node, phrase.charCodeAt(index));
      if (keyNodes[slot] === -1) {
        keyNodes[slot] = node;
        keyUnits[slot] = phrase.charCodeAt(index);
        children[slot] = nodes++;
      }
      node = children[slot]!;
    }
    if (phraseAt[node] !== 0) sameAs[number] = phraseAt[node]! - 1;
    phraseAt[node] = number + 1;
  });

  return {
    scan(text, onHit) {
      const last = text.length - 1;
      if (last < 0) return;
      let unit = text.charCodeAt(0);
      for (let start = 0; start < last; start++) {
        const next = text.charCodeAt(start + 1);
        const isKnown = pairs[pairHash(unit, next)]! !== 0;
        const first = unit;
        unit = next;
        if (hasSingles && singles[first] !== 0) for (let number = singles[first]! - 1; number >= 0; number = sameAs[number]!) onHit(number, start, start + 1);
        if (!isKnown) continue;
        let node = 0;
        let read = first;
        for (let end = start + 1; ; end++) {
          let slot = (Math.imul(node, 0x9e3779b1) ^ Math.imul(read, 0x85ebca6b)) & mask;
          while (keyNodes[slot] !== -1 && (keyNodes[slot] !== node || keyUnits[slot] !== read)) slot = (slot + 1) & mask;
          if (keyNodes[slot] === -1) break;
          node = children[slot]!;
          for (let number = phraseAt[node]! - 1; number >= 0; number = sameAs[number]!) onHit(number, start, end);
          if (end > last) break;
          read = text.charCodeAt(end);
        }
      }
      if (hasSingles) for (let number = singles[unit]! - 1; number >= 0; number = sameAs[number]!) onHit(number, last, last + 1);
    },
  };
}

const PAIR_HASHES = 1 << 17;

function pairHash(first: number, second: number): number {
  return (Math.imul(first, 0x9e35) ^ second) & (PAIR_HASHES - 1);
}
