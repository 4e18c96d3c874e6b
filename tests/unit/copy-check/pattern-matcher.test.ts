import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { foldText } from "@/lib/copy-check/fold-text";
import { breaksOf, patternMatcher } from "@/lib/copy-check/pattern-matcher";
import { readAmounts } from "@/lib/copy-check/read-amounts";

function found(text: string, ...patterns: string[]): [owner: number, words: string][] {
  const folded = foldText(text);
  const { matches } = patternMatcher(patterns.map((pattern) => ({ patterns: [pattern] }))).find(folded, readAmounts(folded), breaksOf(folded));
  return matches.map(({ owner, start, end }) => [owner, folded.text.slice(start, end)]);
}

describe("patterns", () => {
  it("are joined within a sentence, each part within reach of the one before it", () => {
    expect(found("甲一二三乙。甲。乙", "甲~3乙", "甲~2乙")).toEqual([[0, "甲一二三乙"]]);
  });

  it("are found in any of many sentences", () => {
    const text = Array.from({ length: 70 }, (_, index) => (index === 66 ? "甲和乙" : index % 2 ? "甲在此" : "乙在此")).join("。");
    expect(found(text, "甲~2乙")).toEqual([[0, "甲和乙"]]);
  });

  it("are found where a word is spelled out over the ends of sentences", () => {
    expect(found("我家甲乙。丙。丁好", "家~2(乙丙丁)~2好", "甲~1(乙丙丁)")).toEqual([
      [0, "家甲乙丙丁好"],
      [1, "甲乙丙丁"],
    ]);
  });

  it("say the same for one text as after any other", () => {
    const word = fc.array(fc.constantFrom("甲", "乙", "丙", "丁", "。", "，"), { maxLength: 60 }).map((parts) => parts.join(""));
    const patterns = ["甲~2乙", "(甲|乙丙)~4丁", "丁(甲|乙)", "丙~1丙~1丙", "乙"].map((pattern) => ({ patterns: [pattern] }));
    const used = patternMatcher(patterns);
    const find = (matcher: typeof used, text: string) => {
      const folded = foldText(text);
      return matcher.find(folded, [], breaksOf(folded));
    };
    fc.assert(
      fc.property(word, (text) => {
        expect(find(used, text)).toEqual(find(patternMatcher(patterns), text));
      }),
    );
  });

  it("find what a search of all ways to join finds", () => {
    const word = fc.array(fc.constantFrom("甲", "乙", "丙", "好", "。"), { maxLength: 40 }).map((parts) => parts.join(""));
    fc.assert(
      fc.property(word, fc.integer({ min: 1, max: 5 }), (text, reach) => {
        const ends = new Set<number>();
        const folded = foldText(text);
        const { stops } = breaksOf(folded);
        const at = (letter: string) => [...folded.text].flatMap((one, index) => (one === letter ? [index] : []));
        for (const a of at("甲")) for (const b of at("乙")) if (b > a && b - a - 1 <= reach && stops[b + 1] === stops[a + 1]) ends.add(b + 1);
        const { matches } = patternMatcher([{ patterns: [`甲~${reach}乙`] }]).find(folded, [], breaksOf(folded));
        expect(new Set(matches.map(({ end }) => end))).toEqual(ends);
      }),
    );
  });
});
