import { convergeRate } from "@/lib/apr/converge-rate";

const DAYS_PER_YEAR = 365;
const STEPS_MAX = 6;
/** Halley's step cubes the error; a step of this size of the growth over the whole term leaves nothing that a double could hold. */
const SMALL_STEP = 1e-6;
const SMALL_RATE = 1e-9;

/**
 * The compounded annual rate of dated flows, actual/365: `received` on day 0 against payments on the given days, which rise
 * and are positive. A fraction a year. NaN where there is no such rate. A rate known to be near only shortens the way.
 * Solves Σ payment·e^(−s·day) = received for the daily rate s by Halley's method; where that does not settle at once, by the slower and surer way.
 */
export function effectiveRate(received: number, payments: readonly number[], days: readonly number[], nearRate = 0): number {
  const count = payments.length;
  let total = 0;
  for (let index = 0; index < count; index++) total += payments[index];
  if (!(received > 0 && total > 0)) return Number.NaN;
  if (total === received) return 0;
  const lastDay = days[count - 1];
  let s = nearRate === 0 ? (2 * (total - received)) / ((total + received) * (lastDay + days[0]) * 0.5) : Math.log1p(nearRate) / DAYS_PER_YEAR;
  for (let step = 0; step < STEPS_MAX; step++) {
    const v = Math.exp(-s);
    const v2 = v * v;
    const v4 = v2 * v2;
    const v8 = v4 * v4;
    const v28 = v8 * v8 * v8 * v4;
    const v30 = v28 * v2;
    const v31 = v30 * v;
    // Σ payment·v^day, and the same weighted with day and with day², from the last payment backwards.
    let value = 0;
    let moment = 0;
    let spread = 0;
    for (let index = count - 1; index >= 0; index--) {
      value += payments[index];
      const gap = index === 0 ? days[0] : days[index] - days[index - 1];
      const power = gap === 31 ? v31 : gap === 30 ? v30 : gap === 28 ? v28 : gap === 29 ? v28 * v : wholePower(v, gap);
      const shifted = gap * value;
      spread = (spread + gap * (2 * moment + shifted)) * power;
      moment = (moment + shifted) * power;
      value *= power;
    }
    // Far off, on the way to no discount at all, the sums leave what a double can hold.
    if (!(spread < Infinity && moment > 0)) break;
    const newton = (value - received) / moment;
    const change = newton / (1 - (newton * spread) / (2 * moment));
    s += change;
    if (!(Math.abs(change) * lastDay <= SMALL_STEP)) continue;
    const rate = Math.expm1(DAYS_PER_YEAR * s);
    return Math.abs(rate) > SMALL_RATE ? rate : slowly(received, total, payments, days, s);
  }
  return slowly(received, total, payments, days, Math.log1p(nearRate) / DAYS_PER_YEAR);
}

function wholePower(base: number, exponent: number): number {
  let result = 1;
  for (let power = base, rest = exponent; rest > 0; rest = Math.floor(rest / 2), power *= power) if (rest % 2 === 1) result *= power;
  return result;
}

function slowly(received: number, total: number, payments: readonly number[], days: readonly number[], start: number): number {
  const discount = (rate: number) => {
    let value = 0;
    let moment = 0;
    for (let index = payments.length - 1; index >= 0; index--) {
      value += payments[index];
      const gap = index === 0 ? days[0] : days[index] - days[index - 1];
      const power = Math.exp(-rate * gap);
      moment = (moment + gap * value) * power;
      value *= power;
    }
    return { value, moment };
  };
  return Math.expm1(DAYS_PER_YEAR * convergeRate(received, total, discount, start));
}
