import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { fen } from "@/lib/money/fen";
import { buildSchedule, type RoundingRule } from "@/lib/schedule/build-schedule";
import { splitFee, wholeFee } from "@/lib/schedule/split-fee";

const payments = (principal: number, fee: number, term: number, rule: RoundingRule) =>
  buildSchedule(fen(principal), fen(fee), term, rule).map((part) => part.paymentFen);

describe("buildSchedule", () => {
  test.each<[number, number, number, RoundingRule, number[]]>([
    [545, 13, 3, "douyin-monthly-pay", [188, 185, 185]],
    [345, 16, 6, "douyin-monthly-pay", [66, 59, 59, 59, 59, 59]],
    [100_000, 0, 3, "douyin-monthly-pay", [33_334, 33_333, 33_333]],
    [545, 13, 3, "remainder-last", [185, 185, 188]],
    [100_000, 0, 3, "level-payment-up", [33_334, 33_334, 33_332]],
    [545, 13, 3, "level-payment-up", [186, 186, 186]],
    [5, 0, 4, "level-payment-up", [2, 2, 1, 0]],
    [1_000, 23, 1, "douyin-monthly-pay", [1_023]],
  ])("%d with a fee of %d over %d by %s: %j", (principal, fee, term, rule, expected) => {
    expect(payments(principal, fee, term, rule)).toEqual(expected);
  });

  test("principal and fee sum to what was given, whatever the rule", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1e11 }),
        fc.integer({ min: 0, max: 1e10 }),
        fc.integer({ min: 1, max: 600 }),
        fc.constantFrom<RoundingRule>("douyin-monthly-pay", "remainder-last", "level-payment-up"),
        (principal, fee, term, rule) => {
          const parts = buildSchedule(fen(principal), fen(fee), term, rule);
          const sum = (pick: (part: (typeof parts)[number]) => number) => parts.reduce((running, part) => running + pick(part), 0);
          expect(parts).toHaveLength(term);
          expect(sum((part) => part.principalFen)).toBe(principal);
          expect(sum((part) => part.feeFen)).toBe(fee);
          expect(parts.every((part) => part.principalFen >= 0 && part.feeFen >= 0)).toBe(true);
          expect(parts.every((part) => part.paymentFen === part.principalFen + part.feeFen)).toBe(true);
        },
      ),
    );
  });
});

describe("the installment fee", () => {
  test.each([
    [129_900, 230, 2_988],
    [545, 230, 13],
    [5_000, 230, 115],
    [50, 100, 0],
    [150, 100, 2],
    [250, 100, 2],
  ])("%d fen at %d bps is %d, half to even", (principal, feeBps, fee) => {
    expect(wholeFee(fen(principal), feeBps)).toBe(fee);
  });

  test("is split by each payer's share at that payer's own fee, ties in the order given", () => {
    const half = [
      { shareBps: 5_000, feeBps: 230 },
      { shareBps: 5_000, feeBps: 180 },
      { shareBps: 0, feeBps: 0 },
    ];
    expect(splitFee(fen(129_900), half)).toEqual({ total: 2_663, parts: [1_494, 1_169, 0] });
    const even = [
      { shareBps: 5_000, feeBps: 200 },
      { shareBps: 5_000, feeBps: 200 },
    ];
    expect(splitFee(fen(50), even)).toEqual({ total: 1, parts: [1, 0] });
  });

  test("sums to the whole, never falls on who bears nothing, and equals the whole fee for one payer", () => {
    const bps = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e11 }), bps, bps, bps, bps, (principal, consumer, merchantFee, consumerFee, platformFee) => {
        const { total, parts } = splitFee(fen(principal), [
          { shareBps: consumer, feeBps: consumerFee },
          { shareBps: 10_000 - consumer, feeBps: merchantFee },
          { shareBps: 0, feeBps: platformFee },
        ]);
        expect(parts.reduce<number>((sum, part) => sum + part, 0)).toBe(total);
        expect(parts[2]).toBe(0);
        const whole = splitFee(fen(principal), [{ shareBps: 10_000, feeBps: consumerFee }]);
        expect(whole.total).toBe(wholeFee(fen(principal), consumerFee));
      }),
    );
  });
});
