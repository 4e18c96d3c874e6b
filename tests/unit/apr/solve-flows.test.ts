import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { FIXED_ONE, fixedExp, fixedFromNumber, fixedLn, fixedToDecimal, fixedToNumber } from "@/lib/apr/fixed-point";
import { fraction } from "@/lib/apr/fraction";
import { solveFlows } from "@/lib/apr/solve-flows";

const fen = (amount: number) => fraction(BigInt(Math.round(amount * 100)), 100n);

function ratesOf(amounts: number[]): string[] | string {
  const solved = solveFlows(amounts.map((amount, index) => ({ amount: fen(amount), time: fraction(BigInt(index)) })));
  return solved.ok ? solved.roots.map((s) => fixedToDecimal(fixedExp(s) - FIXED_ONE, 14)) : solved.reason;
}

/** Coefficients of Π (10 − 10·(1+rate)·v): every rate is a root, as often as it is given. */
function flowsWithRates(tenthsAboveOne: number[]): number[] {
  let flows = [1];
  for (const tenths of tenthsAboveOne) {
    const next = new Array<number>(flows.length + 1).fill(0);
    flows.forEach((amount, index) => {
      next[index] += 10 * amount;
      next[index + 1] -= (10 + tenths) * amount;
    });
    flows = next;
  }
  return flows;
}

describe("solveFlows", () => {
  test.each([
    ["one sign change", [-100, 60, 60], ["0.13066238629181"]],
    ["no sign change", [1, 2, 3], "no-root"],
    ["only zeros", [0, 0], "no-root"],
    ["flows that cancel out at rate 0", [-100, 50, 50], ["0.00000000000000"]],
    ["two roots", [-100, 230, -132.24], ["0.14000000000000", "0.16000000000000"]],
    ["a touching root counts once", [-100, 230, -132.25], ["0.15000000000000"]],
    ["a sum that just misses zero", [-10_000, 23_000, -13_225.01], "no-root"],
    ["a sum that just reaches below zero", [-10_000, 23_000, -13_224.99], ["0.14900000000000", "0.15100000000000"]],
    ["three roots", [-100, 360, -431, 171.6], ["0.10000000000000", "0.20000000000000", "0.30000000000000"]],
  ])("%s", (_, amounts, expected) => {
    expect(ratesOf(amounts)).toEqual(expected);
  });

  test("finds each of many roots, near ones too", () => {
    const distinct = fc.uniqueArray(fc.integer({ min: -8, max: 30 }), { minLength: 1, maxLength: 7 });
    fc.assert(
      fc.property(distinct, (tenths) => {
        const expected = [...tenths].sort((a, b) => a - b).map((tenth) => tenth / 10);
        const found = ratesOf(flowsWithRates(tenths));
        expect(Array.isArray(found)).toBe(true);
        expect([...found].map(Number)).toHaveLength(expected.length);
        [...found].forEach((rate, index) => expect(Number(rate)).toBeCloseTo(expected[index], 11));
      }),
      { numRuns: 60 },
    );
  });

  test("a root three times over still separates from its neighbors", () => {
    expect(ratesOf(flowsWithRates([1, 1, 1, 4, 5]))).toEqual(["0.10000000000000", "0.40000000000000", "0.50000000000000"]);
  });

  test("600 periods of alternating flows end, and end with a name", () => {
    const alternating = Array.from({ length: 600 }, (_, index) => (index % 2 === 0 ? 100 : -100));
    expect(ratesOf(alternating)).toEqual(["0.00000000000000"]);
  });

  test("work is bounded", () => {
    const flows = Array.from({ length: 3_000 }, (_, index) => (index % 2 === 0 ? 100 : -99));
    expect(ratesOf(flows)).toBe("too-complex");
  });

  test("a rate beyond every number is named", () => {
    const solved = solveFlows([
      { amount: fen(-1), time: fraction(0n) },
      { amount: fen(1_000_000), time: fraction(1n, 100n) },
    ]);
    expect(solved).toEqual({ ok: false, reason: "not-finite" });
  });

  test.each([1e11, 1e3, 0.5, 1e-9, -0.5, -0.99999])("a single period at rate %d", (rate) => {
    const solved = solveFlows([
      { amount: fraction(-1n), time: fraction(0n) },
      { amount: fraction(BigInt(Math.round((1 + rate) * 1e12)), 1_000_000_000_000n), time: fraction(1n) },
    ]);
    expect(solved.ok && fixedToNumber(fixedExp(solved.roots[0]) - FIXED_ONE) / rate).toBeCloseTo(1, 12);
  });
});

describe("256-bit numbers", () => {
  test("know e and ln 10", () => {
    expect(fixedToDecimal(fixedExp(FIXED_ONE), 60)).toBe("2.71828182845904523536028747135266249775724709369995957496697");
    expect(fixedToDecimal(fixedLn(10n * FIXED_ONE), 60)).toBe("2.30258509299404568401799145468436420760110148862877297603333");
  });

  test("convert doubles there and back, and undo the exponential", () => {
    fc.assert(
      fc.property(fc.double({ min: -30, max: 30, noNaN: true }), (value) => {
        const fixed = fixedFromNumber(value);
        expect(fixedToNumber(fixed)).toBeCloseTo(value, 15);
        expect(fixedToNumber(fixedLn(fixedExp(fixed)) - fixed)).toBeCloseTo(0, 30);
      }),
    );
  });
});
