import { FIXED_BITS, FIXED_ONE, fixedDivide, fixedExp, fixedMultiply, type Fixed } from "@/lib/apr/fixed-point";
import { fractionToText, subtractFractions, type Fraction } from "@/lib/apr/fraction";

export type ExactTerm = { amount: Fraction; time: Fraction };

type ExactValue = { value: Fixed; slope: Fixed; magnitude: Fixed };

const MAX_STEPS = 500;
const SETTLED: Fixed = 1n << 56n;
const ZERO_SHARE_BITS = 180n;

/** Sign (0 where it vanishes to 54 digits) of Σ amount·e^(−s·time) at s. Times rise from the first, which counts as 0. */
export function exactSign(terms: readonly ExactTerm[], s: Fixed): -1 | 0 | 1 {
  const { value, magnitude } = evaluate(prepare(terms), s);
  if (abs(value) <= magnitude >> ZERO_SHARE_BITS) return 0;
  return value > 0n ? 1 : -1;
}

/** The one root between low and high, to about 60 digits, where the sum has signLow left of it and the other sign right of it. */
export function exactRoot(
  terms: readonly ExactTerm[],
  bracket: { low: Fixed; high: Fixed; guess: Fixed; signLow: number },
): Fixed {
  const prepared = prepare(terms);
  let { low, high } = bracket;
  let s = bracket.guess > low && bracket.guess < high ? bracket.guess : (low + high) / 2n;
  for (let step = 0; step < MAX_STEPS; step++) {
    const { value, slope } = evaluate(prepared, s);
    if (value === 0n) return s;
    if ((value > 0n ? 1 : -1) === bracket.signLow) low = s;
    else high = s;
    const newton = slope === 0n ? low : s - fixedDivide(value, slope);
    if (abs(newton - s) <= SETTLED) return snapToZero(newton);
    const next = newton > low && newton < high ? newton : (low + high) / 2n;
    if (abs(next - s) <= SETTLED) return snapToZero(next);
    s = next;
  }
  return s;
}

/** Flows that sum to nothing have the root 0 itself, not a number of the size of the rounding. */
function snapToZero(s: Fixed): Fixed {
  return abs(s) <= SETTLED << 8n ? 0n : s;
}

type Prepared = { amounts: Fixed[]; times: Fixed[]; gaps: string[]; gapTimes: Map<string, Fraction> };

function prepare(terms: readonly ExactTerm[]): Prepared {
  const gapTimes = new Map<string, Fraction>();
  const gaps = terms.map((term, index) => {
    if (index === 0) return "";
    const gap = subtractFractions(term.time, terms[index - 1].time);
    const key = fractionToText(gap);
    gapTimes.set(key, gap);
    return key;
  });
  const start = terms[0].time;
  const bits = Math.max(...terms.map((term) => bitLength(term.amount.numerator) - bitLength(term.amount.denominator)));
  return {
    amounts: terms.map((term) => toFixed(term.amount, FIXED_BITS - BigInt(bits))),
    times: terms.map((term) => toFixed(subtractFractions(term.time, start), FIXED_BITS)),
    gaps,
    gapTimes,
  };
}

function evaluate({ amounts, times, gaps, gapTimes }: Prepared, s: Fixed): ExactValue {
  const factors = new Map<string, Fixed>();
  for (const [key, gap] of gapTimes) factors.set(key, fixedExp((-s * gap.numerator) / gap.denominator));
  let discount = FIXED_ONE;
  let value = 0n;
  let slope = 0n;
  let magnitude = 0n;
  for (let index = 0; index < amounts.length; index++) {
    if (index > 0) discount = fixedMultiply(discount, factors.get(gaps[index]) ?? FIXED_ONE);
    const term = fixedMultiply(amounts[index], discount);
    value += term;
    slope -= fixedMultiply(term, times[index]);
    magnitude += abs(term);
  }
  return { value, slope, magnitude };
}

function toFixed(value: Fraction, shift: bigint): Fixed {
  return shift >= 0n ? (value.numerator << shift) / value.denominator : value.numerator / (value.denominator << -shift);
}

function bitLength(value: bigint): number {
  return abs(value).toString(2).length;
}

function abs(value: bigint): bigint {
  return value < 0n ? -value : value;
}
