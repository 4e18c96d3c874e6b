import { FIXED_BITS, fixedExp, fixedMultiply, fixedToNumber, type Fixed } from "@/lib/apr/fixed-point";
import { fractionToNumber, fractionToText, subtractFractions, type Fraction } from "@/lib/apr/fraction";

export type ExactTerm = { amount: Fraction; time: Fraction };

type ExactValue = { value: Fixed; slope: Fixed; magnitude: Fixed };

const MAX_STEPS = 500;
const SETTLED_BITS = 200n;
const NOTHING_BITS = 192n;
const ZERO_SHARE_BITS = 180n;
const MOST_BITS = 4096;
const BITS_STEP = 64;

/** Sign (0 where it vanishes to 54 digits) of Σ amount·e^(−s·time) at s. Times rise from the first, which counts as 0. */
export function exactSign(terms: readonly ExactTerm[], s: Fixed): -1 | 0 | 1 {
  const bits = workingBits(terms, s);
  const { value, magnitude } = evaluate(prepare(terms, bits), s << (bits - FIXED_BITS));
  if (abs(value) <= magnitude >> ZERO_SHARE_BITS) return 0;
  return value > 0n ? 1 : -1;
}

/** The one root between low and high, to about 60 digits, where the sum has signLow left of it and the other sign right of it. */
export function exactRoot(
  terms: readonly ExactTerm[],
  bracket: { low: Fixed; high: Fixed; guess: Fixed; signLow: number },
): Fixed {
  const bits = workingBits(terms, bracket.guess);
  const extra = bits - FIXED_BITS;
  const settled = 1n << (bits - SETTLED_BITS);
  const prepared = prepare(terms, bits);
  let low = bracket.low << extra;
  let high = bracket.high << extra;
  const guess = bracket.guess << extra;
  let s = guess > low && guess < high ? guess : (low + high) / 2n;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { value, slope } = evaluate(prepared, s);
    if (value === 0n) break;
    if ((value > 0n ? 1 : -1) === bracket.signLow) low = s;
    else high = s;
    const newton = slope === 0n ? low : s - (value << bits) / slope;
    const next = abs(newton - s) <= settled || (newton > low && newton < high) ? newton : (low + high) / 2n;
    const isSettled = abs(next - s) <= settled;
    s = next;
    if (isSettled) break;
  }
  return snapToZero(s >> extra);
}

/** Flows that sum to nothing have the root 0 itself, not a number of the size of the rounding. */
function snapToZero(s: Fixed): Fixed {
  return abs(s) <= 1n << (FIXED_BITS - NOTHING_BITS) ? 0n : s;
}

/** Bits that keep 256 of the smallest amount beside the largest, and of the last discount: neither may vanish in rounding. */
function workingBits(terms: readonly ExactTerm[], s: Fixed): bigint {
  const sizes = terms.map(({ amount }) => amountBits(amount)).filter((size) => Number.isFinite(size));
  const span = fractionToNumber(subtractFractions(terms[terms.length - 1].time, terms[0].time));
  const discountBits = (Math.max(0, fixedToNumber(s)) * span) / Math.LN2;
  const needed = Math.max(...sizes) - Math.min(...sizes) + discountBits;
  return FIXED_BITS + BigInt(BITS_STEP * Math.ceil(Math.min(needed, MOST_BITS) / BITS_STEP));
}

type Prepared = { amounts: Fixed[]; times: Fixed[]; gaps: string[]; gapTimes: Map<string, Fraction>; bits: bigint };

function prepare(terms: readonly ExactTerm[], bits: bigint): Prepared {
  const gapTimes = new Map<string, Fraction>();
  const gaps = terms.map((term, index) => {
    if (index === 0) return "";
    const gap = subtractFractions(term.time, terms[index - 1].time);
    const key = fractionToText(gap);
    gapTimes.set(key, gap);
    return key;
  });
  const start = terms[0].time;
  const largest = Math.max(...terms.map(({ amount }) => amountBits(amount)).filter((size) => Number.isFinite(size)));
  return {
    amounts: terms.map((term) => toFixed(term.amount, bits - BigInt(largest))),
    times: terms.map((term) => toFixed(subtractFractions(term.time, start), bits)),
    gaps,
    gapTimes,
    bits,
  };
}

function evaluate({ amounts, times, gaps, gapTimes, bits }: Prepared, s: Fixed): ExactValue {
  const factors = new Map<string, Fixed>();
  for (const [key, gap] of gapTimes) factors.set(key, fixedExp((-s * gap.numerator) / gap.denominator, bits));
  const one = 1n << bits;
  let discount = one;
  let value = 0n;
  let slope = 0n;
  let magnitude = 0n;
  for (let index = 0; index < amounts.length; index++) {
    if (index > 0) discount = fixedMultiply(discount, factors.get(gaps[index]) ?? one, bits);
    const term = fixedMultiply(amounts[index], discount, bits);
    value += term;
    slope -= fixedMultiply(term, times[index], bits);
    magnitude += abs(term);
  }
  return { value, slope, magnitude };
}

function toFixed(value: Fraction, shift: bigint): Fixed {
  return shift >= 0n ? (value.numerator << shift) / value.denominator : value.numerator / (value.denominator << -shift);
}

function amountBits({ numerator, denominator }: Fraction): number {
  return numerator === 0n ? Number.NaN : bitLength(numerator) - bitLength(denominator);
}

function bitLength(value: bigint): number {
  return abs(value).toString(2).length;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
