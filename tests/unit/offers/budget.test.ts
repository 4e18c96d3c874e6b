import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fen } from "@/lib/money/fen";
import { bearsOrder, budgetReach, budgetStanding, markCrossed } from "@/lib/offers/budget";

describe("a budget", () => {
  const budget = { budgetFen: 100_000, warnAtBps: 8_000 };
  test.each([
    [0, 100_000, 0, "fine"],
    [79_999, 20_001, 7_999, "fine"],
    [80_000, 20_000, 8_000, "warning"],
    [99_999, 1, 9_999, "warning"],
    [100_000, 0, 10_000, "exhausted"],
    [120_000, 0, 12_000, "exhausted"],
    [-500, 100_500, 0, "fine"],
  ])("used %d leaves %d, %d bps, %s", (used, remainingFen, usedBps, mark) => {
    expect(budgetStanding(budget, fen(used))).toEqual({ budgetFen: 100_000, usedFen: used, remainingFen, usedBps, mark });
  });

  test("without a limit nothing ends it", () => {
    expect(budgetStanding({ budgetFen: null, warnAtBps: 1 }, fen(5))).toMatchObject({ remainingFen: null, mark: "fine" });
    expect(bearsOrder(null, fen(1_000_000), fen(1))).toBe(true);
  });

  test("bears an order to the last fen, and one without a fee always", () => {
    expect(bearsOrder(1_800, fen(0), fen(1_800))).toBe(true);
    expect(bearsOrder(1_800, fen(1), fen(1_800))).toBe(false);
    expect(bearsOrder(1_800, fen(9_999), fen(0))).toBe(true);
  });

  test("reaches as many orders as it can bear", () => {
    expect(budgetReach(fen(10_000), { cheapestFen: fen(300), costliestFen: fen(1_800) })).toEqual({ atLeast: 5, atMost: 33 });
    expect(budgetReach(null, { cheapestFen: fen(300), costliestFen: fen(1_800) })).toBeNull();
    expect(budgetReach(fen(10_000), { cheapestFen: fen(0), costliestFen: fen(1_800) })).toEqual({ atLeast: 5, atMost: null });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 1, max: 10 ** 6 }), (remaining, fee) => {
        const { atLeast } = budgetReach(fen(remaining), { cheapestFen: fen(fee), costliestFen: fen(fee) })!;
        expect(bearsOrder(remaining, fen(fee * Math.max(0, atLeast - 1)), fen(fee)) || atLeast === 0).toBe(true);
        expect(bearsOrder(remaining, fen(fee * atLeast), fen(fee))).toBe(false);
      }),
    );
  });

  test("tells a mark when it gets worse, never when it gets better", () => {
    expect(markCrossed("fine", "warning")).toBe("warning");
    expect(markCrossed("fine", "exhausted")).toBe("exhausted");
    expect(markCrossed("warning", "warning")).toBeNull();
    expect(markCrossed("exhausted", "warning")).toBeNull();
  });
});
