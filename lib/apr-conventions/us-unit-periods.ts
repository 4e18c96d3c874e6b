import { addFractions, fraction, type Fraction } from "@/lib/apr/fraction";
import { addMonths, daysBetween, type CalendarDate } from "@/lib/calendar/calendar-date";
import { InvalidCase } from "@/lib/apr-conventions/case-input";

/** A unit-period of Appendix J (b)(4). A semimonth is half a month; a year is 12 months. */
export type UnitPeriod = { kind: "month" | "week" | "day"; size: number } | { kind: "semimonth" };

/** Full unit-periods and the odd fraction of one, 0 ≤ odd < 1. */
export type UnitTime = { full: number; odd: Fraction };

const WORDS: Record<string, UnitPeriod> = {
  day: { kind: "day", size: 1 },
  daily: { kind: "day", size: 1 },
  week: { kind: "week", size: 1 },
  weekly: { kind: "week", size: 1 },
  biweekly: { kind: "week", size: 2 },
  fortnight: { kind: "week", size: 2 },
  bimonthly: { kind: "month", size: 2 },
  semimonth: { kind: "semimonth" },
  semimonthly: { kind: "semimonth" },
  month: { kind: "month", size: 1 },
  monthly: { kind: "month", size: 1 },
  quarter: { kind: "month", size: 3 },
  quarterly: { kind: "month", size: 3 },
  semiannual: { kind: "month", size: 6 },
  semiannually: { kind: "month", size: 6 },
  halfyear: { kind: "month", size: 6 },
  year: { kind: "month", size: 12 },
  yearly: { kind: "month", size: 12 },
  annual: { kind: "month", size: 12 },
  annually: { kind: "month", size: 12 },
};
const PER_YEAR = new Map<string, UnitPeriod>([
  ["365", { kind: "day", size: 1 }],
  ["52", { kind: "week", size: 1 }],
  ["26", { kind: "week", size: 2 }],
  ["13", { kind: "week", size: 4 }],
  ["24", { kind: "semimonth" }],
  ...[1, 2, 3, 4, 6, 12].map((size): [string, UnitPeriod] => [String(12 / size), { kind: "month", size }]),
]);

/** "1 month", "every 3 months", "semimonth (1st and 16th)", "bi-weekly", "quarterly", "1 year". */
export function parseUnitPeriod(text: string): UnitPeriod | undefined {
  const match = /^\s*(?:every\s+)?(?:(\d{1,3})\s*)?([a-z]+?)s?\b/i.exec(text.replaceAll("-", ""));
  const unit = match && WORDS[match[2].toLowerCase()];
  if (!unit) return undefined;
  const times = Number(match[1] ?? "1");
  if (unit.kind === "semimonth") return unit;
  return { kind: unit.kind, size: unit.size * times };
}

export function unitPeriodOf(perYear: Fraction): UnitPeriod | undefined {
  return perYear.denominator === 1n ? PER_YEAR.get(String(perYear.numerator)) : undefined;
}

/** The interval that occurs most often between dates in order, (b)(4)(i); the shortest of equally frequent ones. */
export function mostFrequentUnit(dates: readonly CalendarDate[]): UnitPeriod | undefined {
  const seen = new Map<string, { unit: UnitPeriod; times: number; days: number }>();
  for (let index = 1; index < dates.length; index++) {
    const days = daysBetween(dates[index - 1], dates[index]);
    if (days <= 0) continue;
    const unit = intervalBetween(dates[index - 1], dates[index], days);
    const key = JSON.stringify(unit);
    seen.set(key, { unit, days, times: (seen.get(key)?.times ?? 0) + 1 });
  }
  const [first] = [...seen.values()].sort((a, b) => b.times - a.times || a.days - b.days);
  return first?.unit;
}

function intervalBetween(from: CalendarDate, to: CalendarDate, days: number): UnitPeriod {
  const months = monthsBack(from, to);
  const isWholeMonths = months > 0 && (addMonths(to, -months) === from || addMonths(from, months) === to);
  if (isWholeMonths) return { kind: "month", size: Math.min(months, 12) };
  return days % 7 === 0 ? { kind: "week", size: days / 7 } : { kind: "day", size: days };
}

export function unitPeriodsPerYear(unit: UnitPeriod): Fraction {
  if (unit.kind === "semimonth") return fraction(24n);
  const perYear = unit.kind === "month" ? 12n : unit.kind === "week" ? 52n : 365n;
  return fraction(perYear, BigInt(unit.size));
}

/** Unit-periods between two dates by Appendix J (b)(5)(ii)–(v): full ones are measured back from the later date. */
export function unitPeriodsBetween(from: CalendarDate, to: CalendarDate, unit: UnitPeriod): UnitTime {
  const days = daysBetween(from, to);
  if (days < 0) throw new InvalidCase("inputs", "A date lies before the first advance");
  if (unit.kind === "day") return split(BigInt(days), BigInt(unit.size));
  if (unit.kind === "week") return split(BigInt(days), BigInt(7 * unit.size));

  const months = monthsBack(from, to);
  const daysLeft = daysBetween(from, addMonths(to, -months));
  if (unit.kind === "semimonth") return split(BigInt(30 * months + daysLeft), 15n);
  if (unit.size === 12) return yearsBetween(from, to, months, daysLeft);
  return split(BigInt(30 * months + daysLeft), BigInt(30 * unit.size));
}

export function monthsBack(from: CalendarDate, to: CalendarDate): number {
  let months = Math.ceil(daysBetween(from, to) / 28);
  while (months > 0 && addMonths(to, -months) < from) months -= 1;
  return months;
}

function yearsBetween(from: CalendarDate, to: CalendarDate, months: number, daysLeft: number): UnitTime {
  const years = Math.floor(months / 12);
  if (daysLeft === 0) return { full: years, odd: fraction(BigInt(months % 12), 12n) };
  const odd = fraction(BigInt(daysBetween(from, addMonths(to, -12 * years))), 365n);
  return carry({ full: years, odd });
}

/** An odd fraction of one or more becomes full unit-periods. */
export function carry({ full, odd }: UnitTime): UnitTime {
  const whole = odd.numerator / odd.denominator;
  return whole === 0n ? { full, odd } : { full: full + Number(whole), odd: addFractions(odd, fraction(-whole)) };
}

function split(amount: bigint, size: bigint): UnitTime {
  return { full: Number(amount / size), odd: fraction(amount % size, size) };
}
