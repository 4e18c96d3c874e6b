import { fraction, negateFraction, ZERO, type Fraction } from "@/lib/apr/fraction";
import { daysBetween, addMonths, type CalendarDate } from "@/lib/calendar/calendar-date";
import {
  firstOf,
  InvalidCase,
  MAX_FLOWS,
  readCount,
  readDate,
  readFields,
  readFraction,
  readList,
  readOptionalFraction,
  type Fields,
} from "@/lib/apr-conventions/case-input";
import {
  carry,
  monthsBack,
  mostFrequentUnit,
  parseUnitPeriod,
  unitPeriodOf,
  unitPeriodsBetween,
  unitPeriodsPerYear,
  type UnitPeriod,
  type UnitTime,
} from "@/lib/apr-conventions/us-unit-periods";

export type TimedAmount = { amount: Fraction; time: UnitTime };

type AppendixJTransaction = { amounts: TimedAmount[]; perYear: Fraction };

type SingleTerm = { time: UnitTime; perYear: Fraction };

const ONCE: UnitTime = { full: 1, odd: ZERO };

type Entry = { fields: Fields; field: string; amount: Fraction; count: number };

/** Reads a transaction whose times stand as full unit-periods and odd fractions, as dates, or in sequence after the first. */
export function readAppendixJ(inputs: Fields): AppendixJTransaction {
  const advances = readAdvances(inputs);
  const payments = readEntries(firstOf(inputs, "payments", "repayments"), "inputs.payments");
  const single = readSinglePayment(inputs, advances, payments);
  if (single) return single;

  const statedPerYear = readOptionalFraction(inputs.unitPeriodsPerYear, "inputs.unitPeriodsPerYear");
  const unit = readUnit(inputs, statedPerYear) ?? mostFrequentUnit(datesOf(payments));
  const perYear = statedPerYear ?? (unit && unitPeriodsPerYear(unit));
  if (!perYear || perYear.numerator <= 0n) throw new InvalidCase("inputs.unitPeriodsPerYear", "Neither unit-periods a year nor an interval");

  const start = firstAdvanceDate(inputs, advances);
  return {
    amounts: [
      ...placeInSequence(advances, { full: 0, odd: ZERO }, start, unit),
      ...placeInSequence(payments, firstPaymentTime(inputs, start, unit), start, unit).map(({ amount, time }) => ({
        amount: negateFraction(amount),
        time,
      })),
    ],
    perYear,
  };
}

function placeInSequence(entries: readonly Entry[], first: UnitTime, start: CalendarDate | undefined, unit: UnitPeriod | undefined) {
  const placed: TimedAmount[] = [];
  let next = first;
  for (const { fields, field, amount, count } of entries) {
    next = statedTime(fields, field, start, unit) ?? next;
    for (let nth = 0; nth < count; nth++) {
      placed.push({ amount, time: next });
      next = { full: next.full + 1, odd: next.odd };
    }
  }
  return placed;
}

function statedTime(fields: Fields, field: string, start: CalendarDate | undefined, unit: UnitPeriod | undefined): UnitTime | undefined {
  const date = firstOf(fields, "date", "firstDate", "startDate", "from");
  if (date !== undefined) {
    if (!start || !unit) throw new InvalidCase(`${field}.date`, "A date needs the date of the first advance and an interval");
    return unitPeriodsBetween(start, readDate(date, `${field}.date`), unit);
  }
  const stated = firstOf(fields, "t", "fullUnits", "firstPeriodFullUnits", "units", "unitPeriods", "startUnit", "at", "unit", "period");
  if (stated === undefined) return undefined;
  const time = readFraction(stated, `${field}.t`);
  if (time.numerator < 0n) throw new InvalidCase(`${field}.t`, "Before the first advance");
  const odd = readOptionalFraction(firstOf(fields, "f", "oddFraction", "firstPeriodOddFraction", "fraction", "odd"), `${field}.oddFraction`);
  const full = Number(time.numerator / time.denominator);
  const own = carry({ full, odd: fraction(time.numerator % time.denominator, time.denominator) });
  return odd ? carry({ full: own.full, odd: odd.numerator === 0n ? own.odd : odd }) : own;
}

function firstPaymentTime(inputs: Fields, start: CalendarDate | undefined, unit: UnitPeriod | undefined): UnitTime {
  const full = readOptionalFraction(inputs.firstPeriodFullUnits, "inputs.firstPeriodFullUnits");
  const odd = readOptionalFraction(inputs.firstPeriodOddFraction, "inputs.firstPeriodOddFraction");
  if (full !== undefined || odd !== undefined) {
    const whole = full ?? ZERO;
    if (whole.denominator !== 1n || whole.numerator < 0n) throw new InvalidCase("inputs.firstPeriodFullUnits", "Not a whole number");
    if (odd && odd.numerator < 0n) throw new InvalidCase("inputs.firstPeriodOddFraction", "Negative");
    return carry({ full: Number(whole.numerator), odd: odd ?? ZERO });
  }
  if (inputs.firstPaymentDate !== undefined && start && unit) {
    return unitPeriodsBetween(start, readDate(inputs.firstPaymentDate, "inputs.firstPaymentDate"), unit);
  }
  return ONCE;
}

/** (b)(5)(vi): with one advance and one payment the unit-period is the term, unless that is longer than a year. */
function readSinglePayment(inputs: Fields, advances: Entry[], payments: Entry[]): AppendixJTransaction | undefined {
  const isSingle = advances.length === 1 && advances[0].count === 1 && payments.length === 1 && payments[0].count === 1;
  if (!isSingle || inputs.unitPeriodsPerYear !== undefined) return undefined;
  const term = singleTerm(inputs, advances, payments);
  if (!term) return undefined;
  return {
    amounts: [
      { amount: advances[0].amount, time: { full: 0, odd: ZERO } },
      { amount: negateFraction(payments[0].amount), time: term.time },
    ],
    perYear: term.perYear,
  };
}

function singleTerm(inputs: Fields, advances: Entry[], payments: Entry[]): SingleTerm | undefined {
  const days = inputs.days === undefined ? undefined : readCount(inputs.days, "inputs.days", 200_000);
  const start = firstAdvanceDate(inputs, advances);
  const paidOn = firstOf(payments[0].fields, "date") ?? firstOf(inputs, "firstPaymentDate", "paymentDate", "maturityDate");
  if (start && paidOn !== undefined) return termBetween(start, readDate(paidOn, "inputs.payments.0.date"), days);
  if (days !== undefined) {
    if (days <= 366) return { time: ONCE, perYear: fraction(365n, BigInt(days)) };
    return { time: carry({ full: 0, odd: fraction(BigInt(days), 365n) }), perYear: fraction(1n) };
  }
  if (inputs.months === undefined) return undefined;
  const months = readCount(inputs.months, "inputs.months", 6_000);
  if (months <= 12) return { time: ONCE, perYear: fraction(12n, BigInt(months)) };
  return { time: carry({ full: 0, odd: fraction(BigInt(months), 12n) }), perYear: fraction(1n) };
}

/** A term of whole months counts in months, also where its days are stated beside its dates. */
function termBetween(start: CalendarDate, to: CalendarDate, statedDays: number | undefined): SingleTerm {
  const days = daysBetween(start, to);
  if (days <= 0) throw new InvalidCase("inputs.payments.0.date", "Not after the advance");
  if (statedDays !== undefined && statedDays !== days) throw new InvalidCase("inputs.days", `The dates are ${days} days apart`);
  if (addMonths(start, 12) < to) return { time: unitPeriodsBetween(start, to, { kind: "month", size: 12 }), perYear: fraction(1n) };
  const months = monthsBack(start, to);
  const isWhole = months > 0 && addMonths(to, -months) === start;
  return { time: ONCE, perYear: isWhole ? fraction(12n, BigInt(months)) : fraction(365n, BigInt(days)) };
}

function readAdvances(inputs: Fields): Entry[] {
  if (inputs.advances !== undefined) return readEntries(inputs.advances, "inputs.advances");
  const amount = readFraction(firstOf(inputs, "amountFinanced", "advance", "amount"), "inputs.amountFinanced");
  return [{ fields: {}, field: "inputs.amountFinanced", amount, count: 1 }];
}

function readEntries(value: unknown, field: string): Entry[] {
  let total = 0;
  return readList(value, field).map((entry, index) => {
    const own = `${field}.${index}`;
    const fields = typeof entry === "object" ? readFields(entry, own) : { amount: entry };
    const count = readCount(firstOf(fields, "count", "n") ?? 1, `${own}.count`);
    total += count;
    if (total > MAX_FLOWS) throw new InvalidCase(field, `More than ${MAX_FLOWS} flows`);
    return { fields, field: own, amount: readFraction(fields.amount, `${own}.amount`), count };
  });
}

function readUnit(inputs: Fields, perYear: Fraction | undefined): UnitPeriod | undefined {
  const interval = firstOf(inputs, "interval", "unitPeriod", "frequency");
  const named = typeof interval === "string" ? parseUnitPeriod(interval) : undefined;
  if (typeof interval === "string" && !named && !perYear) throw new InvalidCase("inputs.interval", "Not a unit-period");
  return named ?? (perYear && unitPeriodOf(perYear));
}

function firstAdvanceDate(inputs: Fields, advances: readonly Entry[]): CalendarDate | undefined {
  const stated = firstOf(inputs, "advanceDate", "startDate", "date");
  if (stated !== undefined) return readDate(stated, "inputs.advanceDate");
  return datesOf(advances)[0];
}

function datesOf(entries: readonly Entry[]): CalendarDate[] {
  return entries.flatMap(({ fields, field }) => (fields.date === undefined ? [] : [readDate(fields.date, `${field}.date`)])).sort();
}
