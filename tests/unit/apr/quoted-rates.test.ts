import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { effectiveRate } from "@/lib/apr/effective-rate";
import { exceedsEffectiveCeiling, exceedsNominalCeiling } from "@/lib/apr/exceeds-ceiling";
import { formatPercent, ppmToPercent, toPpm } from "@/lib/apr/format-percent";
import { FIXED_ONE, fixedExp, fixedToNumber } from "@/lib/apr/fixed-point";
import { fraction } from "@/lib/apr/fraction";
import { nominalRate } from "@/lib/apr/nominal-rate";
import { solveFlows } from "@/lib/apr/solve-flows";

const even = (total: number, term: number) => new Array<number>(term).fill(total / term);

describe("nominalRate: 12 × the monthly rate", () => {
  test.each([
    [0.018, 3, "10.77"],
    [0.023, 3, "13.75"],
    [0.025, 3, "14.94"],
    [0.045, 6, "15.27"],
    [0.075, 12, "13.57"],
    [0.088, 12, "15.86"],
    [0.015, 3, "8.98"],
    [0.12, 24, "11.13"],
    [0.036, 3, "21.47"],
    [0.288, 24, "25.59"],
    [0.066186, 12, "12.00"],
    [0.134715, 12, "24.00"],
    [0.040264, 3, "24.00"],
  ])("a total fee of %d over %d periods is %s %%", (fee, term, percent) => {
    expect(formatPercent(nominalRate(1, even(1 + fee, term)))).toBe(percent);
  });

  test("compounds to the effective figures published beside them", () => {
    const compounded = (fee: number, term: number) => formatPercent(Math.expm1(12 * Math.log1p(nominalRate(1, even(1 + fee, term)) / 12)));
    expect([compounded(0.018, 3), compounded(0.023, 3), compounded(0.045, 6), compounded(0.075, 12)]).toEqual(["11.32", "14.65", "16.38", "14.44"]);
  });

  test("is exact where the ends of the range are", () => {
    expect(nominalRate(1, [1 + 1e10])).toBeCloseTo(12e10, 0);
    expect(nominalRate(100_000, [1])).toBeCloseTo(12 * -0.99999, 12);
    expect(nominalRate(129_900, [43_300, 43_300, 43_300])).toBe(0);
    expect(nominalRate(0, [1])).toBeNaN();
    expect(nominalRate(1, [0, 0])).toBeNaN();
  });

  const payments = fc.array(fc.integer({ min: 0, max: 1e9 }), { minLength: 1, maxLength: 60 }).filter((list) => list.some((payment) => payment > 0));

  test("leaves no present value", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), payments, (paidShare, list) => {
        const received = Math.max(1, Math.round((list.reduce((sum, payment) => sum + payment, 0) * paidShare) / 1e5));
        const monthly = nominalRate(received, list) / 12;
        const worth = list.reduceRight((later, payment) => (later + payment) / (1 + monthly), 0);
        expect(Math.abs(worth / received - 1)).toBeLessThan(1e-9);
      }),
    );
  });

  test("agrees with the 256-bit solver to twelve digits", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), payments, (received, list) => {
        const exact = solveFlows([
          { amount: fraction(BigInt(-received)), time: fraction(0n) },
          ...list.map((payment, index) => ({ amount: fraction(BigInt(payment)), time: fraction(BigInt(index + 1)) })),
        ]);
        const reference = exact.ok ? 12 * fixedToNumber(fixedExp(exact.roots[0]) - FIXED_ONE) : Number.NaN;
        expect(Math.abs(nominalRate(received, list) - reference)).toBeLessThanOrEqual(1e-12 * (1 + Math.abs(reference)));
      }),
      { numRuns: 60 },
    );
  });

  test("holds for 600 periods, at once for skewed flows", () => {
    expect(formatPercent(nominalRate(100_000, new Array<number>(600).fill(1_000)))).toBe("11.97");
    const skewed = [1, ...new Array<number>(598).fill(0), 1e9];
    const monthly = nominalRate(1_000_000, skewed) / 12;
    expect(1e-6 / (1 + monthly) + 1e3 * (1 + monthly) ** -600).toBeCloseTo(1, 9);
    expect(nominalRate(1e9, [1, ...new Array<number>(598).fill(0), 1])).toBeLessThan(-0.1);
  });
});

describe("effectiveRate: compounded, actual/365", () => {
  test.each([
    [6, "25.30"],
    [21, "17.36"],
    [35, "13.42"],
  ])("2.3 %% over 3 periods with %d days to the first is %s %%", (first, percent) => {
    expect(formatPercent(effectiveRate(3, even(3 * 1.023, 3), [first, first + 31, first + 62]))).toBe(percent);
  });

  test("leaves no present value", () => {
    const gaps = fc.array(fc.integer({ min: 20, max: 62 }), { minLength: 1, maxLength: 36 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), gaps, fc.double({ min: 0.5, max: 2, noNaN: true }), (received, list, share) => {
        let last = 0;
        const days = list.map((gap) => (last += gap));
        const payments = even(received * share, list.length);
        const rate = effectiveRate(received, payments, days);
        const worth = payments.reduce((sum, payment, index) => sum + payment * (1 + rate) ** (-days[index] / 365), 0);
        expect(Math.abs(worth / received - 1)).toBeLessThan(1e-8);
      }),
    );
  });
});

describe("ceilings are compared unrounded", () => {
  test("a nominal rate a fraction of a fen above or at the ceiling", () => {
    // One payment after one month at exactly 2 % a month.
    expect(exceedsNominalCeiling(5_000, [5_100], nominalRate(5_000, [5_100]), 240_000)).toBe(false);
    expect(exceedsNominalCeiling(10_000_000_000_000, [10_200_000_000_001], nominalRate(10_000_000_000_000, [10_200_000_000_001]), 240_000)).toBe(true);
    expect(exceedsNominalCeiling(10_000_000_000_000, [10_199_999_999_999], nominalRate(10_000_000_000_000, [10_199_999_999_999]), 240_000)).toBe(false);
    const almost = nominalRate(10_000_000, [10_200_001]);
    expect(formatPercent(almost)).toBe("24.00");
    expect(exceedsNominalCeiling(10_000_000, [10_200_001], almost, 240_000)).toBe(true);
  });

  test("an effective rate at and next to the ceiling", () => {
    const at = (payment: number) => exceedsEffectiveCeiling(10_000_000_000_000, [payment], [365], effectiveRate(10_000_000_000_000, [payment], [365]), 240_000);
    expect([at(12_399_999_999_999), at(12_400_000_000_000), at(12_400_000_000_001)]).toEqual([false, false, true]);
  });
});

describe("printing", () => {
  test.each([
    [0, "0.00"],
    [0.13749, "13.75"],
    [1e-9, "<0.01"],
    [0.000_049, "<0.01"],
    [0.000_051, "0.01"],
    [-1e-9, ">-0.01"],
    [-0.0123, "-1.23"],
    [12.5, "1250.00"],
    [1e11, "10000000000000.00"],
  ])("%d prints as %s", (rate, text) => {
    expect(formatPercent(rate)).toBe(text);
  });

  test("parts per million", () => {
    expect([toPpm(0.1374915), toPpm(-0.5), toPpm(0)]).toEqual([137_492, -500_000, 0]);
    expect([ppmToPercent(500), ppmToPercent(240_000), ppmToPercent(1), ppmToPercent(0), ppmToPercent(-500)]).toEqual(["0.05", "24", "0.0001", "0", "-0.05"]);
  });
});
