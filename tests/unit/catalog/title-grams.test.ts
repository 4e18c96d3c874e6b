import fc from "fast-check";
import { expect, it } from "vitest";
import { searchableTitle, titleGrams } from "@/lib/catalog/title-grams";

it("looks a title up by any two neighboring characters, whatever their width or case", () => {
  expect(titleGrams("a", "青瓷 Tea杯")).toHaveLength(5);
  expect(titleGrams("a", "ＴＥＡ")).toEqual(titleGrams("a", "tea"));
  expect(titleGrams("a", "茶")).toEqual([]);
});

it("gives the numbers that the database gave to the titles it had", () => {
  // (code of the first × 1,114,112 + code of the second + salt) mod 2,147,483,647, where the salt of "a" is 97
  expect(titleGrams("a", "茶杯")).toEqual([(0x8336 * 1_114_112 + 0x676f + 97) % 2_147_483_647]);
});

it("keeps two shops apart", () => {
  const other = new Set(titleGrams("beian", "茶杯主人杯"));
  expect(titleGrams("shanshe", "茶杯主人杯").some((gram) => other.has(gram))).toBe(false);
});

it("finds every part of two or more characters of a title", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 2, maxLength: 60 }), fc.nat(), fc.nat(), (title, a, b) => {
      const characters = [...searchableTitle(title)];
      fc.pre(characters.length >= 2);
      const start = a % (characters.length - 1);
      const part = characters.slice(start, start + 2 + (b % (characters.length - start - 1))).join("");
      const known = new Set(titleGrams("shop", title));
      expect(titleGrams("shop", part).every((gram) => known.has(gram) && gram >= 0 && gram < 2 ** 31)).toBe(true);
    }),
  );
});
