import {
  addFractions,
  compareFractions,
  fraction,
  multiplyFractions,
  negateFraction,
  ONE,
  subtractFractions,
  ZERO,
  type Fraction,
} from "@/lib/apr/fraction";
import { type Flow } from "@/lib/apr/solve-flows";
import { daysBetween, type CalendarDate } from "@/lib/calendar/calendar-date";
import {
  firstOf,
  InvalidCase,
  readCount,
  readDate,
  readFields,
  readFraction,
  readList,
  readOptionalFraction,
  type Fields,
} from "@/lib/apr-conventions/case-input";
import { powerRate, solveRate, type SolvedRate } from "@/lib/apr-conventions/solved-rate";

const DAYS_PER_YEAR = 365n;
const MAX_PERIODS = 5_000;
const MAX_COMPOUNDINGS = 1_000_000n;

/** IRR: the rate per period of flows at 0, 1, 2, … periods. */
export function irr(inputs: Fields): SolvedRate {
  const amounts = readList(firstOf(inputs, "cashflows", "values", "flows"), "inputs.cashflows");
  const flows = amounts.map((amount, index) => ({
    amount: readFraction(amount, `inputs.cashflows.${index}`),
    time: fraction(BigInt(index)),
  }));
  return solveRate(flows, ONE);
}

/** XIRR: the effective annual rate of dated flows, actual days over 365. */
export function xirr(inputs: Fields): SolvedRate {
  const dated = readDatedFlows(inputs);
  const flows = dated.map(({ date, amount }) => ({ amount, time: fraction(BigInt(daysBetween(dated[0].date, date)), DAYS_PER_YEAR) }));
  return solveRate(flows, ONE);
}

/**
 * RATE: pv·(1+r)^nper + pmt·(1+r·type)·((1+r)^nper − 1)/r + fv = 0, the rate per period. A number of periods that is not whole
 * is solved in the closed form times r, whose root r = 0 is not one of the equation unless all amounts sum to zero.
 */
export function rate(inputs: Fields): SolvedRate {
  const periods = readFraction(inputs.nper, "inputs.nper");
  const payment = readOptionalFraction(inputs.pmt, "inputs.pmt") ?? ZERO;
  const present = readOptionalFraction(inputs.pv, "inputs.pv") ?? ZERO;
  const future = readOptionalFraction(inputs.fv, "inputs.fv") ?? ZERO;
  const paysAtStart = readDue(firstOf(inputs, "type", "when", "due"));
  if (periods.denominator !== 1n) return rateOfBrokenPeriods({ periods, payment, present, future, paysAtStart });
  const count = readCount(inputs.nper, "inputs.nper", MAX_PERIODS);
  const flows: Flow[] = [
    { amount: present, time: ZERO },
    { amount: future, time: periods },
  ];
  for (let period = 0; period < count; period++) {
    flows.push({ amount: payment, time: fraction(BigInt(paysAtStart ? period : period + 1)) });
  }
  return solveRate(flows, ONE);
}

/** 0 or "end", 1 or "begin"; left out, payments come at the ends. */
function readDue(value: unknown): boolean {
  if (value === "end" || value === false) return false;
  if (value === "begin" || value === true) return true;
  return compareFractions(readOptionalFraction(value, "inputs.type") ?? ZERO, ZERO) !== 0;
}

type Annuity = { periods: Fraction; payment: Fraction; present: Fraction; future: Fraction; paysAtStart: boolean };

function rateOfBrokenPeriods({ periods, payment, present, future, paysAtStart }: Annuity): SolvedRate {
  if (periods.numerator <= 0n || compareFractions(periods, fraction(BigInt(MAX_PERIODS))) > 0) {
    throw new InvalidCase("inputs.nper", `Not from 0 to ${MAX_PERIODS} periods`);
  }
  const terms: [Fraction, Fraction][] = paysAtStart
    ? [
        [addFractions(present, payment), addFractions(periods, ONE)],
        [negateFraction(present), periods],
        [subtractFractions(future, payment), ONE],
        [negateFraction(future), ZERO],
      ]
    : [
        [present, addFractions(periods, ONE)],
        [subtractFractions(payment, present), periods],
        [future, ONE],
        [negateFraction(addFractions(payment, future)), ZERO],
      ];
  const total = addFractions(addFractions(present, future), multiplyFractions(payment, periods));
  const flows = terms.map(([amount, exponent]) => ({ amount, time: negateFraction(exponent) }));
  return solveRate(flows, ONE, { keepsZero: total.numerator === 0n });
}

/** EFFECT: (1 + nominal/npery)^npery − 1; npery is cut to a whole number. */
export function effect(inputs: Fields): SolvedRate {
  const nominal = readFraction(firstOf(inputs, "nominal", "nominalRate", "nominal_rate", "rate"), "inputs.nominal");
  const perYear = readPerYear(inputs);
  const growth = addFractions(ONE, multiplyFractions(nominal, fraction(1n, perYear)));
  if (growth.numerator <= 0n) throw new InvalidCase("inputs.nominal", "At or below −100 % a period");
  return powerRate(growth, fraction(perYear), ONE);
}

/** NOMINAL: npery·((1 + effective)^(1/npery) − 1); npery is cut to a whole number. */
export function nominal(inputs: Fields): SolvedRate {
  const effective = readFraction(firstOf(inputs, "effective", "effectiveRate", "effect", "effect_rate", "rate"), "inputs.effective");
  const perYear = readPerYear(inputs);
  const growth = addFractions(ONE, effective);
  if (growth.numerator <= 0n) throw new InvalidCase("inputs.effective", "At or below −100 %");
  return powerRate(growth, fraction(1n, perYear), fraction(perYear));
}

function readPerYear(inputs: Fields): bigint {
  const perYear = readFraction(firstOf(inputs, "npery", "periodsPerYear", "nperYear"), "inputs.npery");
  const whole = perYear.numerator / perYear.denominator;
  if (whole < 1n || whole > MAX_COMPOUNDINGS) throw new InvalidCase("inputs.npery", `Not from 1 to ${MAX_COMPOUNDINGS}`);
  return whole;
}

function readDatedFlows(inputs: Fields): { date: CalendarDate; amount: Fraction }[] {
  if (inputs.dates !== undefined) {
    const amounts = readList(firstOf(inputs, "amounts", "values", "cashflows"), "inputs.amounts");
    const dates = readList(inputs.dates, "inputs.dates");
    if (dates.length !== amounts.length) throw new InvalidCase("inputs.dates", "Not as many dates as amounts");
    return dates.map((date, index) => ({
      date: readDate(date, `inputs.dates.${index}`),
      amount: readFraction(amounts[index], `inputs.amounts.${index}`),
    }));
  }
  return readList(firstOf(inputs, "flows", "cashflows"), "inputs.flows").map((entry, index) => {
    const fields = Array.isArray(entry) ? { date: entry[0], amount: entry[1] } : readFields(entry, `inputs.flows.${index}`);
    return {
      date: readDate(fields.date, `inputs.flows.${index}.date`),
      amount: readFraction(fields.amount, `inputs.flows.${index}.amount`),
    };
  });
}
