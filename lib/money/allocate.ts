import { fen, type Fen } from "@/lib/money/fen";

/** Splits a total by integer weights: floors first, then one fen each by largest remainder, ties in the order given. Parts sum to the total. */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((running, weight) => running + BigInt(weight), 0n);
  if (total < 0 || sum <= 0n || weights.some((weight) => weight < 0)) {
    throw new RangeError("Only a total of zero or more splits by weights of zero or more that are not all zero");
  }
  return roundParts(
    total,
    weights.map((weight) => BigInt(total) * BigInt(weight)),
    sum,
  );
}

/** Rounds exact parts (numerators over one divisor) whose sum was rounded to the total, so that they sum to it: largest remainder first. */
export function roundParts(total: Fen, numerators: readonly bigint[], divisor: bigint): Fen[] {
  const floors = numerators.map((numerator) => Number(numerator / divisor));
  const left = total - floors.reduce((sum, floor) => sum + floor, 0);
  const byRemainder = numerators
    .map((numerator, order) => ({ order, remainder: numerator % divisor }))
    .sort((a, b) => (a.remainder === b.remainder ? a.order - b.order : a.remainder > b.remainder ? -1 : 1));
  const favored = new Set(byRemainder.slice(0, left).map((part) => part.order));
  return floors.map((floor, order) => fen(floor + (favored.has(order) ? 1 : 0)));
}
