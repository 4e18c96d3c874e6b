import { fen, type Fen } from "@/lib/money/fen";

/** Splits a total by integer weights: floors first, then one fen each by largest remainder, ties in the order given. Parts sum to the total. */
export function allocate(total: Fen, weights: readonly number[]): Fen[] {
  const sum = weights.reduce((running, weight) => running + BigInt(weight), 0n);
  if (total < 0 || sum <= 0n || weights.some((weight) => weight < 0)) {
    throw new RangeError("Only a total of zero or more splits by weights of zero or more that are not all zero");
  }
  const shares = weights.map((weight, order) => {
    const product = BigInt(total) * BigInt(weight);
    return { order, floor: Number(product / sum), remainder: product % sum };
  });
  const left = total - shares.reduce((running, share) => running + share.floor, 0);
  const first = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.order - b.order : a.remainder > b.remainder ? -1 : 1,
  );
  const favored = new Set(first.slice(0, left).map((share) => share.order));
  return shares.map((share) => fen(share.floor + (favored.has(share.order) ? 1 : 0)));
}
