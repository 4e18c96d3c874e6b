import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareRanks, decidingStep, type Rank } from "@/lib/offers/rank";

const rank = (changes: Partial<Rank> = {}): Rank => ({ priority: 100, nominalPpm: 137_500, term: 3, offerId: "ofr_b", ...changes });

describe("which of two labels shows", () => {
  test.each([
    ["priority", rank({ priority: 200, nominalPpm: 999_999 }), rank()],
    ["nominal-apr", rank({ nominalPpm: 137_499 }), rank({ term: 12 })],
    ["term", rank({ term: 6 }), rank({ offerId: "ofr_a" })],
    ["offer-id", rank({ offerId: "ofr_B" }), rank({ offerId: "ofr_a" })],
  ] as const)("by %s", (step, winner, loser) => {
    expect(compareRanks(winner, loser)).toBeLessThan(0);
    expect(compareRanks(loser, winner)).toBeGreaterThan(0);
    expect(decidingStep(winner, loser)).toBe(step);
  });

  test("the order is total: the winner does not depend on the order of the candidates", () => {
    const ranks = fc.record({ priority: fc.integer({ min: 0, max: 2 }), nominalPpm: fc.integer({ min: 0, max: 2 }), term: fc.constantFrom(3, 6), offerId: fc.constantFrom("a", "b", "B") });
    fc.assert(
      fc.property(fc.array(ranks, { minLength: 1, maxLength: 8 }), (candidates) => {
        const forward = [...candidates].sort(compareRanks)[0];
        const backward = [...candidates].reverse().sort(compareRanks)[0];
        expect(forward).toEqual(backward);
      }),
    );
  });
});
