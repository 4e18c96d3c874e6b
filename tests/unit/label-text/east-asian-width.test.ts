import { describe, expect, it } from "vitest";
import { formatWidth, widthInHalves } from "@/lib/label-text/east-asian-width";

describe("widthInHalves", () => {
  it.each([
    ["", 0],
    ["abc 1%", 6],
    ["3期0息", 6],
    ["¥1,299.00", 9],
    ["，。", 4],
    ["·×…", 6],
    ["ＡＢ", 4],
    ["ｱｲ", 2],
    ["e\u0301", 1],
    ["한국", 4],
    ["😀", 2],
    ["𠮷", 2],
    ["α", 2],
  ])("%s", (text, halves) => expect(widthInHalves(text)).toBe(halves));

  it("is written in full-width characters", () => {
    expect([formatWidth(40), formatWidth(41)]).toEqual(["20", "20.5"]);
  });
});
