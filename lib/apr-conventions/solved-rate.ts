import { FIXED_BITS, FIXED_ONE, fixedExp, fixedLn, fixedToDecimal, fixedToNumber, type Fixed } from "@/lib/apr/fixed-point";
import { type Fraction } from "@/lib/apr/fraction";
import { LOG_RATES, solveFlows, type Flow } from "@/lib/apr/solve-flows";
import { InvalidCase } from "@/lib/apr-conventions/case-input";

export type SolvedRate = { ok: true; value: string; otherRoots?: string[] } | { ok: false; error: "no-root" | "not-finite" };

const SIGNIFICANT_DIGITS = 16;
const NEAR_ALL_LOST = 10;
const ZERO_REACH: Fixed = 1n << 70n;

/**
 * The rate per unit of time, times `factor`, nearest zero in ln(1 + rate); the others of several roots above −100 % beside it.
 * keepsZero: false drops the root 0 that multiplying an equation by its rate has brought in.
 */
export function solveRate(flows: readonly Flow[], factor: Fraction, { keepsZero } = { keepsZero: true }): SolvedRate {
  const solved = solveFlows(flows);
  if (!solved.ok) {
    if (solved.reason === "too-complex") throw new InvalidCase("flows", "Changes sign too often");
    return { ok: false, error: solved.reason };
  }
  const roots = keepsZero ? solved.roots : solved.roots.filter((s) => magnitude(s) > ZERO_REACH);
  if (roots.length === 0) return { ok: false, error: "no-root" };
  const [nearest, ...others] = [...roots].sort((a, b) => {
    const difference = magnitude(a) - magnitude(b);
    return difference === 0n ? (a > b ? -1 : 1) : difference < 0n ? -1 : 1;
  });
  const print = (s: Fixed) => growthToText(fixedExp(s), factor);
  if (others.length === 0) return { ok: true, value: print(nearest) };
  return { ok: true, value: print(nearest), otherRoots: others.sort((a, b) => (a < b ? -1 : 1)).map(print) };
}

/** base^exponent − 1, times `factor`; the base is positive. */
export function powerRate(base: Fraction, exponent: Fraction, factor: Fraction): SolvedRate {
  const logarithm = fixedLn((base.numerator << FIXED_BITS) / base.denominator);
  const logGrowth = (logarithm * exponent.numerator) / exponent.denominator;
  const size = fixedToNumber(logGrowth);
  if (size < LOG_RATES.least || size > LOG_RATES.most) return { ok: false, error: "not-finite" };
  return { ok: true, value: growthToText(fixedExp(logGrowth), factor) };
}

/** As many digits more as 1 + rate begins with zeros, so that a rate above −100 % never prints as −100 %. */
function growthToText(growth: Fixed, factor: Fraction): string {
  const zeros = growth < FIXED_ONE ? Math.floor(-Math.log10(fixedToNumber(growth))) : 0;
  const digits = zeros < NEAR_ALL_LOST ? SIGNIFICANT_DIGITS : SIGNIFICANT_DIGITS + zeros;
  return fixedToDecimal(((growth - FIXED_ONE) * factor.numerator) / factor.denominator, digits);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
