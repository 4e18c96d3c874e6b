import fc from "fast-check";
import { expect, it } from "vitest";
import { searchableTitle, titleBigrams } from "@/lib/catalog/title-bigrams";

it("looks a title up by any two neighboring characters, whatever their width or case", () => {
  expect(titleBigrams("青瓷 Tea杯")).toEqual(["青瓷", "瓷t", "te", "ea", "a杯"]);
  expect(titleBigrams("ＴＥＡ")).toEqual(["te", "ea"]);
  expect(titleBigrams("茶")).toEqual([]);
});

it("finds every part of two or more characters of a title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 2, maxLength: 60 }), fc.nat(), fc.nat(), (title, a, b) => {
      const characters = [...searchableTitle(title)];
      fc.pre(characters.length >= 2);
      const start = a % (characters.length - 1);
      const part = characters.slice(start, start + 2 + (b % (characters.length - start - 1))).join("");
      const known = new Set(titleBigrams(title));
      expect(titleBigrams(part).every((bigram) => known.has(bigram))).toBe(true);
    }),
  );
});
