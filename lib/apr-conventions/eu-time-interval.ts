import { addDays, addMonths, daysBetween, type CalendarDate } from "@/lib/calendar/calendar-date";
import { addFractions, fraction, negateFraction, type Fraction } from "@/lib/apr/fraction";

export type EuUnit = "year" | "month" | "week" | "day";

/**
 * Years between two dates by Annex I, remark (c), of Directives 2008/48/EC and 2014/17/EU with the Commission's guidelines
 * (SWD(2012) 128): whole years, months (1/12) or weeks (1/52) are counted back from the later date; the days left count in the year of
 * 365 or 366 days that ends where they end.
 */
export function euYearsBetween(from: CalendarDate, to: CalendarDate, unit: EuUnit): Fraction {
  if (to < from) return negateFraction(euYearsBetween(to, from, unit));
  const whole = unit === "day" ? 0 : wholePeriods(from, to, unit);
  const rest = stepBack(to, whole, unit);
  const years = unit === "year" ? fraction(BigInt(whole)) : fraction(BigInt(whole), unit === "month" ? 12n : 52n);
  const daysLeft = daysBetween(from, rest);
  if (daysLeft === 0) return years;
  return addFractions(years, fraction(BigInt(daysLeft), BigInt(daysBetween(addMonths(rest, -12), rest))));
}

function wholePeriods(from: CalendarDate, to: CalendarDate, unit: Exclude<EuUnit, "day">): number {
  const days = daysBetween(from, to);
  if (unit === "week") return Math.floor(days / 7);
  let periods = Math.ceil(days / (unit === "year" ? 365 : 28));
  while (periods > 0 && stepBack(to, periods, unit) < from) periods -= 1;
  return periods;
}

function stepBack(to: CalendarDate, periods: number, unit: EuUnit): CalendarDate {
  if (unit === "day" || periods === 0) return to;
  return unit === "week" ? addDays(to, -7 * periods) : addMonths(to, unit === "year" ? -12 * periods : -periods);
}
