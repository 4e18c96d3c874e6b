import { describe, expect, test } from "vitest";
import { diffOfferContent } from "@/lib/offers/diff-offer-content";
import { mergeOfferContent, pickFields } from "@/lib/offers/merge-offer-content";
import { BY_CONSUMER, offer } from "./offer-facts";

describe("what differs between two contents", () => {
  test("is told field by field in the order of the form", () => {
    const changes = diffOfferContent(offer(), offer({ funding: BY_CONSUMER, budgetFen: null, terms: [3, 6] }));
    expect(changes.map(({ field }) => field)).toEqual(["terms", "funding", "budgetFen"]);
    expect(changes[2]).toEqual({ field: "budgetFen", before: 1_000_000, after: null });
  });

  test("the order of a list, the order of keys and the way an instant is written are no difference", () => {
    const reordered = offer({
      placements: ["POI", "LIVESTREAM", "SHOWCASE"],
      templates: { POI: "zero-interest", SHOWCASE: "zero-interest", LIVESTREAM: "zero-interest" },
      window: { from: "2026-11-09T16:00:00.000Z", to: "2026-12-09T16:00:00.000Z" },
    });
    expect(diffOfferContent(offer(), reordered)).toEqual([]);
  });
});

describe("two people editing", () => {
  const base = offer();
  test("fields that only the other changed are taken, those that both changed are left to a person", () => {
    const mine = offer({ priority: 200, budgetFen: 5_000 });
    const theirs = offer({ priority: 300, terms: [6] });
    const { merged, clashes, taken } = mergeOfferContent(base, mine, theirs);
    expect({ clashes, taken }).toEqual({ clashes: ["priority"], taken: ["terms"] });
    expect(merged).toEqual(offer({ priority: 200, budgetFen: 5_000, terms: [6] }));
    expect(pickFields(merged, theirs, ["priority"]).priority).toBe(300);
  });

  test("the same change twice is none", () => {
    expect(mergeOfferContent(base, offer({ priority: 5 }), offer({ priority: 5 }))).toMatchObject({ clashes: [], taken: [] });
  });
});
