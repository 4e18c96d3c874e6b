import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { diffRateCards } from "@/lib/rate-cards/diff-rate-cards";
import { sampleCard } from "./sample-card";

describe("the difference of two versions", () => {
  it("is empty where only start and number differ, in whatever order the rows stand", () => {
    const before = sampleCard();
    expect(diffRateCards(before, sampleCard({ version: 2, id: "card_2", fromDate: calendarDate("2027-01-01"), rows: [...before.rows].reverse() }))).toEqual([]);
  });

  it("names fields and fees, added and removed ones too", () => {
    const after = sampleCard({
      dueDay: 10,
      rows: [
        { term: 3, payer: "consumer", feeBps: 250 },
        { term: 12, payer: "consumer", feeBps: 750 },
      ],
    });
    expect(diffRateCards(sampleCard(), after)).toEqual([
      { kind: "field", field: "dueDay", before: 6, after: 10 },
      { kind: "fee", term: 3, payer: "consumer", before: 230, after: 250 },
      { kind: "fee", term: 3, payer: "merchant", before: 180, after: null },
      { kind: "fee", term: 12, payer: "consumer", before: null, after: 750 },
    ]);
  });
});
