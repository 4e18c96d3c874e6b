import { exactSign } from "@/lib/apr/exact-sum";
import { FIXED_BITS, fixedDivide, fixedLn } from "@/lib/apr/fixed-point";
import { fraction, type Fraction } from "@/lib/apr/fraction";

const CLEAR_DISTANCE = 1e-9;
const PPM = 1_000_000n;

/** Whether 12 × the monthly rate of `received` against equally spaced payments lies above a ceiling; exact to the last fen. */
export function exceedsNominalCeiling(received: number, payments: readonly number[], rate: number, ceilingPpm: number): boolean {
  const ceiling = ceilingPpm / 1e6;
  if (Math.abs(rate - ceiling) > CLEAR_DISTANCE * (1 + Math.abs(rate))) return rate > ceiling;
  // Σ payment × (12/(12+c))^k > received, multiplied out to integers.
  const base = 12n * PPM;
  const grown = base + BigInt(ceilingPpm);
  let worth = 0n;
  let power = 1n;
  for (let index = payments.length - 1; index >= 0; index--) {
    worth += BigInt(payments[index]) * power;
    power *= grown;
    worth *= base;
  }
  return worth > BigInt(received) * power;
}

/** Whether the compounded rate of dated flows, actual/365, lies above a ceiling; decided to 54 digits where doubles cannot. */
export function exceedsEffectiveCeiling(
  received: number,
  payments: readonly number[],
  days: readonly number[],
  rate: number,
  ceilingPpm: number,
): boolean {
  const ceiling = ceilingPpm / 1e6;
  if (Math.abs(rate - ceiling) > CLEAR_DISTANCE * (1 + Math.abs(rate))) return rate > ceiling;
  const terms: { amount: Fraction; time: Fraction }[] = [{ amount: fraction(BigInt(-received)), time: fraction(0n) }];
  for (const [index, payment] of payments.entries()) {
    terms.push({ amount: fraction(BigInt(payment)), time: fraction(BigInt(days[index]), 365n) });
  }
  const s = fixedLn(fixedDivide((PPM + BigInt(ceilingPpm)) << FIXED_BITS, PPM << FIXED_BITS));
  return exactSign(terms, s) > 0;
}
