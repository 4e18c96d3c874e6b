import { convergeRate } from "@/lib/apr/converge-rate";

/**
 * Twelve times the monthly internal rate of return (单利): `received` now against payments at the ends of equal months.
 * A fraction a year. NaN where there is no such rate: nothing received or nothing paid.
 */
export function nominalRate(received: number, payments: readonly number[]): number {
  let total = 0;
  for (const payment of payments) total += payment;
  if (!(received > 0 && total > 0)) return Number.NaN;
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
