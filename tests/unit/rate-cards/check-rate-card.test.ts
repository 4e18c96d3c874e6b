import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import { checkRateCard } from "@/lib/rate-cards/check-rate-card";
import { ceiling24, marketFacts, sampleCard } from "./sample-card";

const today = calendarDate("2026-11-22");
const tomorrow = calendarDate("2026-11-23");
const next = (patch = {}) => sampleCard({ version: 2, fromDate: tomorrow, dueDay: 8, ...patch });
const codes = (...args: Parameters<typeof checkRateCard>) => checkRateCard(...args).map(({ severity, code }) => `${severity} ${code}`);

describe("a new version of a card", () => {
  it("passes when it starts tomorrow and says something new", () => {
    expect(checkRateCard(next(), marketFacts(), today)).toEqual([]);
  });

  it("does not start on a day whose quotes are out already", () => {
    expect(checkRateCard(next({ fromDate: today }), marketFacts(), today)).toMatchObject([{ code: "from-date-too-early", earliest: tomorrow }]);
    expect(codes(next({ fromDate: calendarDate("2028-11-23") }), marketFacts(), today)).toEqual(["refusal from-date-too-late"]);
  });

  it("may start today where the channel has no card yet", () => {
    expect(checkRateCard(next({ channel: "new", version: 1, fromDate: today }), marketFacts(), today)).toEqual([]);
  });

  it("is refused where it says nothing new on its day", () => {
    expect(codes(sampleCard({ version: 2, fromDate: tomorrow }), marketFacts(), today)).toEqual(["refusal nothing-changed"]);
  });

  it("needs a fee for the consumer on every term", () => {
    expect(checkRateCard(next({ rows: [{ term: 3, payer: "merchant", feeBps: 180 }] }), marketFacts(), today)).toMatchObject([
      { severity: "refusal", code: "term-without-consumer-row", term: 3 },
    ]);
  });

  it("does not contradict itself", () => {
    const twice = { term: 3, payer: "consumer", feeBps: 230 };
    expect(codes(next({ minAmountFen: fen(2), maxAmountFen: fen(1), rows: [twice, twice] }), marketFacts(), today)).toEqual(["refusal amounts-reversed", "refusal row-twice"]);
  });

  it("is warned about a fee of nothing", () => {
    expect(codes(next({ rows: [{ term: 3, payer: "consumer", feeBps: 0 }] }), marketFacts(), today)).toEqual(["warning fee-zero"]);
  });

  it("is refused above a hard ceiling, with the sum", () => {
    expect(checkRateCard(next({ rows: [{ term: 3, payer: "consumer", feeBps: 403 }] }), marketFacts(), today)).toMatchObject([
      {
        severity: "refusal",
        path: "rows.0",
        code: "above-ceiling",
        arithmetic: { policyCode: "composite-cost-24", term: 3, amountFen: 100_000, feeBps: 403, feeFen: 4_030, totalPaymentsFen: 104_030, ceilingPpm: 240_000 },
      },
    ]);
    expect(codes(next({ rows: [{ term: 3, payer: "consumer", feeBps: 402 }] }), marketFacts(), today)).toEqual([]);
  });

  it("is warned above a ceiling that is watched", () => {
    const facts = marketFacts({ policies: [ceiling24({ kind: "watch", formula: { kind: "lpr-multiple", multiple: 4 } })] });
    expect(codes(next(), facts, today)).toEqual(["warning above-ceiling"]);
    expect(codes(next({ lenderType: "microloan" }), facts, today)).toEqual([]);
  });

  it("is judged on its worst day where the ceiling measures the effective rate", () => {
    const facts = marketFacts({ policies: [ceiling24({ measure: "effective" })] });
    expect(checkRateCard(next({ dueDay: 6, name: "另一张卡" }), facts, today)).toMatchObject([{ code: "above-ceiling", arithmetic: { measure: "effective", orderDate: "2026-11-30" } }]);
  });
});
