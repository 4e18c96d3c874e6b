import {
  addFractions,
  fraction,
  fractionToText,
  multiplyFractions,
  ONE,
  subtractFractions,
  ZERO,
  type Fraction,
} from "@/lib/apr/fraction";
import { type Flow } from "@/lib/apr/solve-flows";
import { InvalidCase, type Fields } from "@/lib/apr-conventions/case-input";
import { solveRate, type SolvedRate } from "@/lib/apr-conventions/solved-rate";
import { readAppendixJ, type TimedAmount } from "@/lib/apr-conventions/us-appendix-j-input";

const MAX_MULTIPLICATIONS = 400_000;

/**
 * The annual percentage rate of 12 CFR 1026, Appendix J (b)(8): w·i of Σ A/((1+e·i)(1+i)^q) = Σ P/((1+f·i)(1+i)^t), simple interest
 * over the odd fractions e and f. Multiplying by every (1+f·i) that occurs, each of them (1−f) + f·(1+i) > 0, leaves sums of whole
 * powers of (1+i) with the same roots.
 */
export function appendixJ(inputs: Fields): SolvedRate {
  const { amounts, perYear } = readAppendixJ(inputs);
  return solveRate(withoutOddFractions(amounts), multiplyFractions(perYear, fraction(100n)));
}

function withoutOddFractions(amounts: readonly TimedAmount[]): Flow[] {
  const groups = new Map<string, { odd: Fraction; powers: Map<number, Fraction> }>();
  for (const { amount, time } of amounts) {
    const key = fractionToText(time.odd);
    const group = groups.get(key) ?? { odd: time.odd, powers: new Map<number, Fraction>() };
    group.powers.set(time.full, addFractions(group.powers.get(time.full) ?? ZERO, amount));
    groups.set(key, group);
  }
  const odds = [...groups.values()].map((group) => group.odd).filter((odd) => odd.numerator !== 0n);
  if (odds.length * odds.length * amounts.length > MAX_MULTIPLICATIONS) {
    throw new InvalidCase("inputs.payments", "Too many different odd fractions");
  }
  return [...groups.values()].flatMap((group) => {
    let powers = group.powers;
    for (const odd of odds) {
      if (fractionToText(odd) !== fractionToText(group.odd)) powers = timesOddFactor(powers, odd);
    }
    return [...powers].map(([full, amount]) => ({ amount, time: fraction(BigInt(full)) }));
  });
}

/** Multiplies by (1−f) + f·(1+i); a key k stands for (1+i)^−k. */
function timesOddFactor(powers: ReadonlyMap<number, Fraction>, odd: Fraction): Map<number, Fraction> {
  const product = new Map<number, Fraction>();
  const rest = subtractFractions(ONE, odd);
  for (const [full, amount] of powers) {
    product.set(full, addFractions(product.get(full) ?? ZERO, multiplyFractions(amount, rest)));
    product.set(full - 1, addFractions(product.get(full - 1) ?? ZERO, multiplyFractions(amount, odd)));
  }
  return product;
}
