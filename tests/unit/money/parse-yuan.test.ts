import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fen, formatFen } from "@/lib/money/fen";
import { parseYuan } from "@/lib/money/parse-yuan";

describe("parseYuan reads prices as people type them", () => {
  test.each([
    ["¥1,299.00", 129_900],
    ["1299元", 129_900],
    ["１２９９．５０", 129_950],
    ["￥１，２９９", 129_900],
    [" 1 299 ", 129_900],
    ["0", 0],
    ["0.01", 1],
    [".5", 50],
    ["12.30000", 1_230],
    ["RMB 88", 8_800],
    ["1,000,000,000", 100_000_000_000],
  ])("%s", (text, amount) => {
    expect(parseYuan(text)).toEqual({ ok: true, fen: amount });
  });

  test.each([
    ["", "empty"],
    ["  ", "empty"],
    ["-1", "negative"],
    ["¥-3.50", "negative"],
    ["−5元", "negative"],
    ["1e9", "not-a-number"],
    ["1E3", "not-a-number"],
    ["abc", "not-a-number"],
    ["12,34", "not-a-number"],
    ["1.2.3", "not-a-number"],
    ["0x10", "not-a-number"],
    ["NaN", "not-a-number"],
    ["一百", "not-a-number"],
    ["1.005", "too-precise"],
    ["1000000000.01", "too-large"],
    ["99999999999999999999", "too-large"],
  ])("%s is refused: %s", (text, reason) => {
    expect(parseYuan(text)).toEqual({ ok: false, reason });
  });

  test("reads back what formatFen writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000_000 }), (amount) => {
        expect(parseYuan(formatFen(fen(amount)))).toEqual({ ok: true, fen: amount });
      }),
    );
  });
});

test("the short way of plain numbers gives what the long way gives", () => {
  const plain = fc.tuple(fc.bigInt({ min: 0n, max: 999_999_999n }), fc.stringMatching(/^(\.\d{1,2})?$/), fc.integer({ min: 0, max: 3 }));
  fc.assert(fc.property(plain, ([whole, decimals, zeros]) => {
    const text = `${"0".repeat(zeros)}${whole}${decimals}`;
    expect(parseYuan(text)).toEqual(parseYuan(`¥${text}`));
  }));
});
