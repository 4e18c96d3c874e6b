import fc from "fast-check";
import { expect, it } from "vitest";
import { phraseMatcher } from "@/lib/copy-check/phrase-matcher";

const hitsOf = (phrases: readonly string[], text: string) => {
  const hits: [string, number, number][] = [];
  phraseMatcher(phrases).scan(text, (phrase, start, end) => hits.push([phrases[phrase]!, start, end]));
  return hits.sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
};

const naive = (phrases: readonly string[], text: string) => {
  const hits: [string, number, number][] = [];
  for (const phrase of phrases) for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) hits.push([phrase, at, at + phrase.length]);
  return hits.sort(([a, x], [b, y]) => x - y || (a < b ? -1 : 1));
};

it("finds what a search for each phrase finds, overlapping ones too", () => {
  const word = fc.string({ unit: fc.constantFrom("免", "息", "期", "0"), minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 30 }), fc.string({ unit: fc.constantFrom("免", "息", "期", "0", "一"), maxLength: 60 }), (phrases, text) => {
      expect(hitsOf(phrases, text)).toEqual(naive(phrases, text));
    }),
    { numRuns: 300 },
  );
});

it("the same phrase twice is found twice, an empty text has nothing", () => {
  expect(hitsOf(["免息", "免息"], "全场免息")).toHaveLength(2);
  expect(hitsOf(["免", "免息"], "")).toEqual([]);
});

it("refuses a phrase that is empty or too long", () => {
  expect(() => phraseMatcher([""])).toThrow(RangeError);
  expect(() => phraseMatcher(["字".repeat(33)])).toThrow(RangeError);
});
