import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { cardInForce } from "@/lib/rate-cards/card-in-force";
import { sampleCard } from "./sample-card";

const cards = [
  sampleCard({ version: 1, fromDate: calendarDate("2026-01-01") }),
  sampleCard({ version: 2, fromDate: calendarDate("2026-07-01") }),
  sampleCard({ version: 3, fromDate: calendarDate("2026-07-01") }),
  sampleCard({ version: 4, fromDate: calendarDate("2026-03-01") }),
  sampleCard({ version: 9, channel: "other", fromDate: calendarDate("2026-06-01") }),
];

describe("the card in force", () => {
  it.each([
    ["2025-12-31", undefined],
    ["2026-01-01", 1],
    ["2026-02-28", 1],
    ["2026-03-01", 4],
    ["2026-06-30", 4],
    ["2026-07-01", 3],
    ["2030-01-01", 3],
  ])("on %s is version %s", (date, version) => {
    expect(cardInForce(cards, "douyin-monthly-pay", date)?.version).toBe(version);
    expect(cardInForce([...cards].reverse(), "douyin-monthly-pay", date)?.version).toBe(version);
  });

  it("is of the channel asked for", () => {
    expect(cardInForce(cards, "other", "2026-08-01")?.version).toBe(9);
    expect(cardInForce(cards, "nobody", "2026-08-01")).toBeNull();
  });
});
