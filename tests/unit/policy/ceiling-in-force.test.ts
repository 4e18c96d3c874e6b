import { describe, expect, test } from "vitest";

import { calendarDate } from "@/lib/calendar/calendar-date";
import { ceilingInForce, policiesInForce } from "@/lib/policy/ceiling-in-force";

const day = calendarDate;
const base = { code: "a", version: 1, lenderTypes: ["bank"], formula: { kind: "fixed" as const, ceilingPpm: 240_000 }, fromDate: day("2025-10-01"), untilDate: null };

describe("policiesInForce", () => {
  const later = { ...base, version: 2, fromDate: day("2026-06-01"), formula: { kind: "fixed" as const, ceilingPpm: 200_000 } };
  const ending = { ...base, code: "b", untilDate: day("2027-12-31") };

  test.each([
    ["2025-09-30", []],
    ["2025-10-01", [base, ending]],
    ["2026-05-31", [base, ending]],
    ["2026-06-01", [later, ending]],
    ["2027-12-31", [later, ending]],
    ["2028-01-01", [later]],
  ])("on %s", (date, expected) => {
    expect(policiesInForce([base, later, ending], "bank", day(date))).toEqual(expected);
  });

  test("binds only the lenders it names", () => {
    expect(policiesInForce([base], "trust", day("2026-01-01"))).toEqual([]);
  });

  test("an older version does not come back when the newer has ended or left the lender out", () => {
    const ended = { ...later, untilDate: day("2026-06-30") };
    const narrowed = { ...later, lenderTypes: ["trust"] };
    expect(policiesInForce([base, ended], "bank", day("2026-07-01"))).toEqual([]);
    expect(policiesInForce([base, narrowed], "bank", day("2026-07-01"))).toEqual([]);
  });
});

describe("ceilingInForce", () => {
  const rates = [
    { fromDate: day("2026-08-20"), oneYearPpm: 29_000 },
    { fromDate: day("2025-05-20"), oneYearPpm: 30_000 },
  ];
  const fourTimes = { formula: { kind: "lpr-multiple" as const, multiple: 4 } };

  test.each([
    ["2025-05-19", null],
    ["2025-05-20", 120_000],
    ["2026-08-19", 120_000],
    ["2026-08-20", 116_000],
  ])("four times the LPR on %s is %s ppm", (date, ppm) => {
    expect(ceilingInForce(fourTimes, rates, day(date))).toBe(ppm);
  });

  test("a fixed ceiling needs no LPR", () => {
    expect(ceilingInForce(base, [], day("2026-01-01"))).toBe(240_000);
  });
});
