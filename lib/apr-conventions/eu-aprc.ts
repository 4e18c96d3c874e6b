import { addFractions, fraction, multiplyFractions, negateFraction, ZERO, type Fraction } from "@/lib/apr/fraction";
import { type Flow } from "@/lib/apr/solve-flows";
import { type CalendarDate } from "@/lib/calendar/calendar-date";
import {
  firstOf,
  InvalidCase,
  MAX_FLOWS,
  readCount,
  readDate,
  readFields,
  readFraction,
  readList,
  type Fields,
} from "@/lib/apr-conventions/case-input";
import { euYearsBetween, type EuUnit } from "@/lib/apr-conventions/eu-time-interval";
import { solveRate, type SolvedRate } from "@/lib/apr-conventions/solved-rate";

const PERCENT = fraction(100n);
const UNITS: readonly EuUnit[] = ["year", "month", "week", "day"];

/**
 * The annual percentage rate of charge X of Directives 2008/48/EC, Annex I, and 2014/17/EU, Annex I:
 * Σ advances·(1+X)^−t = Σ payments·(1+X)^−s, with t and s in years. A flow gives its time as a fraction of years or as a date.
 */
export function euAprc(row: Fields): SolvedRate {
  const inputs = row.inputs === undefined ? {} : readFields(row.inputs, "inputs");
  const entries = readList(firstOf(row, "flows") ?? firstOf(inputs, "flows", "cashflows"), "flows").map((entry, index) =>
    readFields(entry, `flows.${index}`),
  );
  const unit = readEuUnit(firstOf(inputs, "unit", "interval") ?? "month", "inputs.unit");
  const dates = entries.flatMap((entry, index) => (entry.date === undefined ? [] : [readDate(entry.date, `flows.${index}.date`)]));
  const firstDate = dates.reduce<CalendarDate | undefined>((first, date) => (first && first < date ? first : date), undefined);
  const flows: Flow[] = [];
  for (const [index, entry] of entries.entries()) {
    const field = `flows.${index}`;
    const amount = signedAmount(entry, field);
    const count = readCount(firstOf(entry, "n", "count") ?? 1, `${field}.n`);
    if (flows.length + count > MAX_FLOWS) throw new InvalidCase("flows", `More than ${MAX_FLOWS} flows`);
    const start = timeOf(entry, firstDate, unit, field);
    const step = count === 1 ? ZERO : readFraction(entry.step, `${field}.step`);
    for (let nth = 0; nth < count; nth++) {
      flows.push({ amount, time: addFractions(start, multiplyFractions(step, fraction(BigInt(nth)))) });
    }
  }
  return solveRate(flows, PERCENT);
}

export function readEuUnit(value: unknown, field: string): EuUnit {
  const name = String(value).trim().toLowerCase().replace(/^1 /, "").replace(/s$|ly$/, "").replace(/^dai$/, "day");
  const unit = UNITS.find((candidate) => candidate === name);
  if (!unit) throw new InvalidCase(field, "Not year, month, week or day");
  return unit;
}

function signedAmount(entry: Fields, field: string): Fraction {
  const amount = readFraction(entry.amount, `${field}.amount`);
  const direction = firstOf(entry, "dir", "direction", "kind", "type");
  switch (direction) {
    case "advance":
    case "drawdown":
      return amount;
    case "payment":
    case "repayment":
    case "charge":
    case "fee":
      return negateFraction(amount);
    default:
      throw new InvalidCase(`${field}.dir`, "Neither advance nor payment");
  }
}

function timeOf(entry: Fields, firstDate: CalendarDate | undefined, unit: EuUnit, field: string): Fraction {
  const time = firstOf(entry, "t", "time", "years");
  if (time !== undefined) return readFraction(time, `${field}.t`);
  if (entry.date === undefined || firstDate === undefined) throw new InvalidCase(`${field}.t`, "Neither a time nor a date");
  return euYearsBetween(firstDate, readDate(entry.date, `${field}.date`), unit);
}
