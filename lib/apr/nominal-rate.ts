import { convergeRate } from "@/lib/apr/converge-rate";

const STEPS_MAX = 6;
/** Halley's step cubes the error: after one that small, nothing is left that a double could hold. */
const SMALL_STEP = 1e-6;
/** Where the rate is nearly nothing, what was paid less what was received must not drown in rounding. */
const SMALL_RATE = 1e-9;

/**
 * Twelve times the monthly internal rate of return (单利): `received` now against payments at the ends of equal months.
 * A fraction a year. NaN where there is no such rate: nothing received or nothing paid.
 * Solves Σ payment·v^k = received for the monthly discount v by Halley's method on the polynomial; where that does not settle at once, by the slower and surer way.
 */
export function nominalRate(received: number, payments: readonly number[]): number {
  const count = payments.length;
  let total = 0;
  for (let index = 0; index < count; index++) total += payments[index];
  if (!(received > 0 && total > 0)) return Number.NaN;
  if (total === received) return 0;
  // What a rate of the size of the average debt would be: half of the sum is owed over the term.
  let v = 1 / (1 + (2 * (total - received)) / (received * (count + 1)));
  for (let step = 0; step < STEPS_MAX && v > 0; step++) {
    let value = 0;
    let slope = 0;
    let bend = 0;
    for (let index = count - 1; index >= 0; index--) {
      bend = bend * v + slope;
      slope = slope * v + value;
      value = value * v + payments[index];
    }
    // The polynomial begins with v itself: value·v.
    bend = bend * v + slope;
    slope = slope * v + value;
    if (!(bend < Infinity && slope > 0)) break;
    const newton = (value * v - received) / slope;
    const change = newton / (1 - (newton * bend) / slope);
    v -= change;
    if (!(Math.abs(change) <= SMALL_STEP * v)) continue;
    const rate = (1 - v) / v;
    return Math.abs(rate) > SMALL_RATE ? 12 * rate : slowly(received, total, payments);
  }
  return slowly(received, total, payments);
}

function slowly(received: number, total: number, payments: readonly number[]): number {
  const s = convergeRate(received, total, (rate) => {
    const v = Math.exp(-rate);
    let value = 0;
    let moment = 0;
    for (let index = payments.length - 1; index >= 0; index--) {
      value += payments[index];
      moment = (moment + value) * v;
      value *= v;
    }
    return { value, moment };
  });
  return 12 * Math.expm1(s);
}
