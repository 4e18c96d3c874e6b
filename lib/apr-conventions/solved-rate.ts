import { FIXED_ONE, fixedExp, fixedToDecimal, type Fixed } from "@/lib/apr/fixed-point";
import { type Fraction } from "@/lib/apr/fraction";
import { solveFlows, type Flow } from "@/lib/apr/solve-flows";
import { InvalidCase } from "@/lib/apr-conventions/case-input";

export type SolvedRate = { ok: true; value: string; otherRoots?: string[] } | { ok: false; error: "no-root" | "not-finite" };

const SIGNIFICANT_DIGITS = 16;
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
  const print = (s: Fixed) => rateToText(fixedExp(s) - FIXED_ONE, factor);
  if (others.length === 0) return { ok: true, value: print(nearest) };
  return { ok: true, value: print(nearest), otherRoots: others.sort((a, b) => (a < b ? -1 : 1)).map(print) };
}

export function rateToText(rate: Fixed, factor: Fraction): string {
  return fixedToDecimal((rate * factor.numerator) / factor.denominator, SIGNIFICANT_DIGITS);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
