import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays, addMonths, calendarDate, daysBetween, isCalendarDate } from "@/lib/calendar/calendar-date";
import { dueDates, nextBillDate } from "@/lib/calendar/due-dates";
import { shanghaiDateOf, shanghaiMidnightAfter, shanghaiMidnightBefore } from "@/lib/calendar/shanghai";

const day = calendarDate;

describe("dueDates", () => {
  test.each([
    // order date, billing day, due day, first three due dates
    ["2026-11-01", 1, 6, ["2026-12-06", "2027-01-06", "2027-02-06"]],
    ["2026-11-22", 1, 6, ["2026-12-06", "2027-01-06", "2027-02-06"]],
    ["2026-11-30", 1, 6, ["2026-12-06", "2027-01-06", "2027-02-06"]],
    ["2026-12-01", 1, 6, ["2027-01-06", "2027-02-06", "2027-03-06"]],
    ["2026-10-31", 1, 6, ["2026-11-06", "2026-12-06", "2027-01-06"]],
    ["2026-12-31", 1, 31, ["2027-01-31", "2027-02-28", "2027-03-31"]],
    ["2027-12-15", 1, 30, ["2028-01-30", "2028-02-29", "2028-03-30"]],
    ["2026-11-24", 25, 5, ["2026-12-05", "2027-01-05", "2027-02-05"]],
    ["2026-11-25", 25, 5, ["2027-01-05", "2027-02-05", "2027-03-05"]],
    ["2027-02-27", 31, 10, ["2027-03-10", "2027-04-10", "2027-05-10"]],
    ["2027-02-28", 31, 10, ["2027-04-10", "2027-05-10", "2027-06-10"]],
    ["2028-02-28", 30, 10, ["2028-03-10", "2028-04-10", "2028-05-10"]],
    ["2028-02-29", 30, 10, ["2028-04-10", "2028-05-10", "2028-06-10"]],
    ["2026-11-05", 6, 6, ["2026-12-06", "2027-01-06", "2027-02-06"]],
  ])("%s, bill %d, due %d: %j", (orderDate, billingDay, dueDay, dates) => {
    expect(dueDates(day(orderDate), billingDay, dueDay, 3)).toEqual(dates);
  });

  test("are after the order, one a month, and the bill after the order comes first", () => {
    const orderDates = fc.integer({ min: 0, max: 40_000 }).map((days) => addDays(day("2000-01-01"), days));
    const dayOfMonth = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(orderDates, dayOfMonth, dayOfMonth, (orderDate, billingDay, dueDay) => {
        const dates = dueDates(orderDate, billingDay, dueDay, 30);
        expect(nextBillDate(orderDate, billingDay) > orderDate).toBe(true);
        expect(dates[0] >= nextBillDate(orderDate, billingDay)).toBe(true);
        dates.slice(1).forEach((date, index) => {
          expect(daysBetween(dates[index], date)).toBeGreaterThanOrEqual(28);
          expect(daysBetween(dates[index], date)).toBeLessThanOrEqual(31);
        });
      }),
    );
  });
});

describe("calendar dates", () => {
  test.each(["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-04-31", "1899-01-01", ""])("%s is no day", (text) => {
    expect(isCalendarDate(text)).toBe(false);
    expect(() => calendarDate(text)).toThrow(RangeError);
  });

  test.each([
    ["2026-01-31", 1, "2026-02-28"],
    ["2028-01-31", 1, "2028-02-29"],
    ["2026-03-31", -1, "2026-02-28"],
    ["2026-12-31", 2, "2027-02-28"],
    ["2026-01-15", -13, "2024-12-15"],
  ])("%s plus %d months is %s", (from, months, to) => {
    expect(addMonths(day(from), months)).toBe(to);
  });

  test("days go there and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30_000, max: 300_000 }), (days) => {
        const start = day("2000-02-29");
        expect(daysBetween(start, addDays(start, days))).toBe(days);
      }),
    );
  });
});

test("Shanghai changes its date at 16:00 UTC", () => {
  expect(shanghaiDateOf(new Date("2026-11-22T15:59:59.999Z"))).toBe("2026-11-22");
  expect(shanghaiDateOf(new Date("2026-11-22T16:00:00.000Z"))).toBe("2026-11-23");
  expect(shanghaiMidnightAfter(day("2026-12-31"))).toBe("2026-12-31T16:00:00.000Z");
  expect(shanghaiMidnightBefore(day("2026-12-31"))).toBe("2026-12-30T16:00:00.000Z");
});
