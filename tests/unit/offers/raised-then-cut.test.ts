import { describe, expect, it } from "vitest";
import { fen } from "@/lib/money/fen";
import { raisedThenCut } from "@/lib/offers/raised-then-cut";

const NOW = new Date("2026-11-30T00:00:00Z");
/** Prices in yuan, each so many days ago. */
const history = (...prices: [daysAgo: number, yuan: number][]) => prices.map(([daysAgo, yuan]) => ({ cashPriceFen: fen(yuan * 100), at: new Date(NOW.getTime() - daysAgo * 86_400_000) }));

describe("a price raised and then cut", () => {
  it.each<[string, [number, number][], [number, number, number] | null]>([
    ["never moved", [[90, 100]], null],
    ["raised only", [[90, 100], [5, 150]], null],
    ["cut only", [[90, 100], [5, 80]], null],
    ["raised, cut back to what it was", [[90, 100], [10, 150], [2, 100]], [100, 150, 100]],
    ["raised, cut to more than it was", [[90, 100], [10, 150], [2, 120]], [100, 150, 120]],
    ["raised, cut below what it was", [[90, 100], [10, 150], [2, 90]], null],
    ["raised in two steps, then cut", [[90, 100], [12, 120], [10, 150], [2, 110]], [100, 150, 110]],
    ["cut and then raised again", [[90, 100], [10, 150], [5, 100], [1, 150]], null],
    ["raised long before the look back", [[90, 100], [40, 150], [2, 120]], null],
    ["cut, then raised back to the first price: no cut of now", [[90, 100], [10, 80], [2, 100]], null],
    ["nothing known", [], null],
  ])("%s", (_name, prices, expected) => {
    const found = raisedThenCut(history(...prices), NOW);
    expect(found && [found.beforeFen / 100, found.raisedFen / 100, found.nowFen / 100]).toEqual(expected);
  });
});
