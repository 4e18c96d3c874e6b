import { convergeRate } from "@/lib/apr/converge-rate";

const DAYS_PER_YEAR = 365;

/**
 * The compounded annual rate of dated flows, actual/365: `received` on day 0 against payments on the given days, which rise
 * and are positive. A fraction a year. NaN where there is no such rate. A rate known to be near only shortens the way.
 */
export function effectiveRate(received: number, payments: readonly number[], days: readonly number[], nearRate = 0): number {
  let total = 0;
  for (const payment of payments) total += payment;
  if (!(received > 0 && total > 0)) return Number.NaN;
  const discount = (rate: number) => {
    const v = Math.exp(-rate);
    const v2 = v * v;
    const v4 = v2 * v2;
    const v8 = v4 * v4;
    const v28 = v8 * v8 * v8 * v4;
    let value = 0;
    let moment = 0;
    for (let index = payments.length - 1; index >= 0; index--) {
      value += payments[index];
      const gap = index === 0 ? days[0] : days[index] - days[index - 1];
      const power =
        gap === 31 ? v28 * v2 * v : gap === 30 ? v28 * v2 : gap === 28 ? v28 : gap === 29 ? v28 * v : Math.exp(-rate * gap);
      moment = (moment + gap * value) * power;
      value *= power;
    }
    return { value, moment };
  };
  const daily = convergeRate(received, total, discount, Math.log1p(nearRate) / DAYS_PER_YEAR);
  return Math.expm1(DAYS_PER_YEAR * daily);
}
