import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { allocate } from "@/lib/money/allocate";
import { divide, divideBig, multiplyDivide } from "@/lib/money/divide";
import { fen } from "@/lib/money/fen";

describe("divide", () => {
  test.each([
    [5, 2, 2, 2, 3],
    [7, 2, 4, 3, 4],
    [6, 2, 3, 3, 3],
    [-5, 2, -2, -3, -2],
    [-7, 2, -4, -4, -3],
    [8, 3, 3, 2, 3],
  ])("%d ÷ %d: half-even %d, floor %d, ceil %d", (dividend, divisor, halfEven, floor, ceil) => {
    expect(divide(dividend, divisor, "half-even")).toBe(halfEven);
    expect(divide(dividend, divisor, "floor")).toBe(floor);
    expect(divide(dividend, divisor, "ceil")).toBe(ceil);
  });

  test("agrees with big integers, also where the product leaves the safe range", () => {
    const integer = fc.integer({ min: -1e11, max: 1e11 });
    fc.assert(
      fc.property(integer, fc.integer({ min: 0, max: 1e6 }), fc.integer({ min: 1e3, max: 1e8 }), (a, b, divisor) => {
        for (const rounding of ["half-even", "floor", "ceil"] as const) {
          expect(multiplyDivide(a, b, divisor, rounding)).toBe(Number(divideBig(BigInt(a) * BigInt(b), BigInt(divisor), rounding)));
        }
      }),
    );
  });

  test("refuses what is not an integer and a divisor that is not positive", () => {
    expect(() => divide(1.5, 2, "floor")).toThrow(RangeError);
    expect(() => divide(1, 0, "floor")).toThrow(RangeError);
  });
});

describe("allocate", () => {
  test.each([
    [100, [1, 1, 1], [34, 33, 33]],
    [5, [0, 1, 1], [0, 3, 2]],
    [10, [3, 3, 4], [3, 3, 4]],
    [0, [1, 2], [0, 0]],
    [1, [1, 2], [0, 1]],
  ])("%d by %j is %j", (total, weights, parts) => {
    expect(allocate(fen(total), weights)).toEqual(parts);
  });

  test("parts sum to the whole and lie within one fen of their exact share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e11 }),
        fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 1, maxLength: 8 }).filter((weights) => weights.some((weight) => weight > 0)),
        (total, weights) => {
          const parts = allocate(fen(total), weights);
          const sum = weights.reduce((running, weight) => running + weight, 0);
          expect(parts.reduce<number>((running, part) => running + part, 0)).toBe(total);
          parts.forEach((part, index) => expect(Math.abs(part - (total * weights[index]) / sum)).toBeLessThan(1.001));
        },
      ),
    );
  });

  test("refuses weights that say nothing", () => {
    expect(() => allocate(fen(1), [0, 0])).toThrow(RangeError);
    expect(() => allocate(fen(1), [1, -1])).toThrow(RangeError);
  });
});
