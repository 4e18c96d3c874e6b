import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePercent, percentText, rateText } from "@/lib/rate-cards/parse-percent";

describe("a percentage as people type it", () => {
  it.each([
    ["2.3", 230],
    ["2.30%", 230],
    ["２．３％", 230],
    [" 7.5 ", 750],
    ["0", 0],
    ["3.", 300],
    ["2.3000", 230],
  ])("%s is %i basis points", (text, value) => {
    expect(parsePercent(text, 2)).toEqual({ ok: true, value });
  });

  it("has parts per million where four decimals are allowed", () => {
    expect(parsePercent("0.05", 4)).toEqual({ ok: true, value: 500 });
    expect(parsePercent("24", 4)).toEqual({ ok: true, value: 240_000 });
  });

  it.each([
    ["", "empty"],
    ["%", "empty"],
    ["-1", "not-a-number"],
    ["1e2", "not-a-number"],
    [".5", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["二", "not-a-number"],
    ["2.305", "too-precise"],
  ])("%s is refused as %s", (text, reason) => {
    expect(parsePercent(text, 2)).toEqual({ ok: false, reason });
  });

  it("comes back from its own text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), fc.constantFrom(2 as const, 4 as const), (value, decimals) => {
        expect(parsePercent(percentText(value, decimals), decimals)).toEqual({ ok: true, value });
      }),
    );
  });
});

describe("a rate that exceeds a line", () => {
  it.each([
    [424_037, 240_000, "42.40"],
    [240_012, 240_000, "24.0012"],
    [239_996, 239_990, "23.9996"],
    [240_000, 240_000, ">24.00"],
    [240_000, undefined, "24.00"],
  ])("%i over %s reads %s, unlike the line", (ppm, line, text) => {
    expect(rateText(ppm, line)).toBe(text);
  });
});
