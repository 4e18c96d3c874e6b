import Decimal from "decimal.js";
import { calendarDate, type CalendarDate } from "@/lib/calendar/calendar-date";
import { duePlan } from "@/lib/quote/due-plan";

const DIGITS = 50;
const PRECISE = Decimal.clone({ precision: DIGITS + 10 });
const STEPS_MAX = 400;

export interface AnnuityCase {
  principalFen: number;
  payments: number[];
  /** the same as flows from the lender's side, as the peers want it */
  flows: number[];
}

export interface DatedCase extends AnnuityCase {
  orderDate: CalendarDate;
  days: readonly number[];
  dated: { amount: number; when: Date }[];
}

/** The same numbers in every run (a linear congruence), so that runs can be compared. */
export function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state / 0x7fff_ffff;
  };
}

/** Installment purchases to the fen: ¥100 to ¥20,000, a fee of 0 to 1.25 % a period, the odd fen in the first payment. */
export function annuities(count: number, periods: number): AnnuityCase[] {
  const next = numbers(7);
  return Array.from({ length: count }, () => {
    const principalFen = 10_000 + Math.floor(next() * 1_990_000);
    const fee = Math.round(principalFen * next() * 0.0125);
    const payments = Array<number>(periods).fill(Math.floor(principalFen / periods) + fee);
    payments[0]! += principalFen % periods;
    return { principalFen, payments, flows: [-principalFen, ...payments] };
  });
}

/** The same bought on different days: an odd first period, then one due day a month. */
export function datedCases(count: number, periods: number): DatedCase[] {
  return annuities(count, periods).map((annuity, index) => {
    const orderDate = calendarDate(`2026-${String((index % 12) + 1).padStart(2, "0")}-${String((index % 28) + 1).padStart(2, "0")}`);
    const { days } = duePlan(orderDate, 1, 8, periods);
    const bought = Date.parse(`${orderDate}T00:00:00Z`);
    const dated = annuity.payments.map((amount, period) => ({ amount, when: new Date(bought + days[period]! * 86_400_000) }));
    return { ...annuity, orderDate, days, dated: [{ amount: -annuity.principalFen, when: new Date(bought) }, ...dated] };
  });
}

/** The discount factor per unit of time at which the payments are worth the principal, bisected to fifty digits. */
export function preciseDiscount(principal: number, payments: readonly number[], times: readonly number[]): Decimal {
  const worth = (v: Decimal) => payments.reduce((sum, payment, index) => sum.plus(v.pow(times[index]!).times(payment)), new PRECISE(0));
  let low = new PRECISE(0.5);
  let high = new PRECISE(1.5);
  const enough = new PRECISE(10).pow(-DIGITS);
  for (let step = 0; step < STEPS_MAX && high.minus(low).gt(enough); step++) {
    const middle = low.plus(high).div(2);
    if (worth(middle).gt(principal)) high = middle;
    else low = middle;
  }
  return low;
}
