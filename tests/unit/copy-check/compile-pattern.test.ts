import { describe, expect, it } from "vitest";
import { compilePattern, type PatternError } from "@/lib/copy-check/compile-pattern";

describe("a pattern", () => {
  it("is read as people write: groups, gaps, numbers, folded like texts", () => {
    expect(compilePattern("不(查|看)征信")).toEqual([[{ reach: 0, phrases: ["不查征信", "不看征信"] }]]);
    expect(compilePattern("每期~4<money>")).toEqual([[{ reach: 0, phrases: ["每期"] }, { reach: 4, amount: "money" }]]);
    expect(compilePattern("零利息")).toEqual([[{ reach: 0, phrases: ["0利息"] }]]);
    expect(compilePattern("(每天|<money>)(起|)")).toHaveLength(2);
  });

  it.each([
    ["(a", "unbalanced"],
    ["a)", "unbalanced"],
    ["a|b", "unbalanced"],
    ["<euro>", "unknown-amount"],
    ["", "empty"],
    ["，，", "empty"],
    ["字".repeat(33), "too-long"],
  ])("%s is refused as %s", (pattern, code) => {
    expect(() => compilePattern(pattern)).toThrow(expect.objectContaining({ code }) as PatternError);
  });
});
