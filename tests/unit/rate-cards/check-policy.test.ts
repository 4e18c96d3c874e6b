import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { checkLprRate, checkPolicy } from "@/lib/rate-cards/check-policy";
import { ceiling24, marketFacts } from "./sample-card";

const today = calendarDate("2026-11-22");
const next = (patch = {}) => ceiling24({ version: 2, id: "policy_24_2", fromDate: today, formula: { kind: "fixed", ceilingPpm: 200_000 }, ...patch });
const codes = (problems: { severity: string; code: string }[]) => problems.map(({ severity, code }) => `${severity} ${code}`);

describe("a new version of a ceiling", () => {
  it("may bite today, not yesterday", () => {
    expect(checkPolicy(next(), marketFacts(), today)).toEqual([]);
    expect(codes(checkPolicy(next({ fromDate: calendarDate("2026-11-21") }), marketFacts(), today))).toEqual(["refusal from-date-too-early"]);
  });

  it("ends after it begins, says something new and can be worked out", () => {
    expect(codes(checkPolicy(next({ untilDate: calendarDate("2026-11-21") }), marketFacts(), today))).toEqual(["refusal until-before-from"]);
    expect(codes(checkPolicy(ceiling24({ version: 2, fromDate: today }), marketFacts(), today))).toEqual(["refusal nothing-changed"]);
    expect(codes(checkPolicy(next({ formula: { kind: "lpr-multiple", multiple: 4 } }), marketFacts({ lprRates: [] }), today))).toEqual(["refusal lpr-rate-missing"]);
  });

  it("says which terms of today's cards it would exceed", () => {
    expect(checkPolicy(next({ formula: { kind: "fixed", ceilingPpm: 100_000 } }), marketFacts(), today)).toMatchObject([
      { severity: "warning", code: "card-above-ceiling", impact: { channel: "douyin-monthly-pay", kind: "hard", arithmetic: { term: 3, ceilingPpm: 100_000 } } },
    ]);
  });
});

describe("a new prime rate", () => {
  const rate = (oneYearPpm: number, fromDate = today) => ({ fromDate, oneYearPpm, source: "示例" });

  it("may be the same again, and starts today at the earliest", () => {
    expect(checkLprRate(rate(30_000), marketFacts(), today)).toEqual([]);
    expect(codes(checkLprRate(rate(30_000, calendarDate("2026-11-20")), marketFacts(), today))).toEqual(["refusal from-date-too-early"]);
  });

  it("is questioned where it jumps", () => {
    expect(codes(checkLprRate(rate(3_000), marketFacts(), today))).toEqual(["warning unusual-step"]);
  });

  it("says which terms it would push above a multiple of it", () => {
    const policies = [ceiling24({ kind: "watch", formula: { kind: "lpr-multiple", multiple: 5 } })];
    expect(codes(checkLprRate(rate(30_000), marketFacts({ policies }), today))).toEqual([]);
    expect(codes(checkLprRate(rate(27_000), marketFacts({ policies }), today))).toEqual(["warning card-above-ceiling"]);
  });
});
