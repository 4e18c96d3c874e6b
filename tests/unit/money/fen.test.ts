import { expect, test } from "vitest";

import { fen, formatFen } from "@/lib/money/fen";

test.each([
  [0, "¥0.00"],
  [5, "¥0.05"],
  [129_900, "¥1,299.00"],
  [100_000_000_000, "¥1,000,000,000.00"],
  [-129_950, "-¥1,299.50"],
])("%d fen is %s", (amount, text) => {
  expect(formatFen(fen(amount))).toBe(text);
});

test.each([0.5, Number.NaN, Infinity, 2 ** 53])("%d is not an amount", (amount) => {
  expect(() => fen(amount)).toThrow(RangeError);
});
