import { divideBig } from "@/lib/money/divide";
import { fen, type Fen } from "@/lib/money/fen";

export type FeeShare = { shareBps: number; feeBps: number };

const BPS_SQUARED = 100_000_000;

/**
 * The installment fee of a mixed funding: each payer's share of the principal at that payer's own fee. The total is rounded
 * half to even; the parts follow by largest remainder, ties in the order given, so they sum to the total.
 */
export function splitFee(principal: Fen, shares: readonly FeeShare[]): { total: Fen; parts: Fen[] } {
  const exact = shares.map((share) => BigInt(principal) * BigInt(share.shareBps * share.feeBps));
  const divisor = BigInt(BPS_SQUARED);
  const total = Number(divideBig(exact.reduce((sum, part) => sum + part, 0n), divisor, "half-even"));
  const floors = exact.map((part) => Number(part / divisor));
  const left = total - floors.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact
    .map((part, order) => ({ order, remainder: part % divisor }))
    .sort((a, b) => (a.remainder === b.remainder ? a.order - b.order : a.remainder > b.remainder ? -1 : 1));
  const favored = new Set(byRemainder.slice(0, left).map((part) => part.order));
  return { total: fen(total), parts: floors.map((part, order) => fen(part + (favored.has(order) ? 1 : 0))) };
}

/** The fee where one payer bears all of it: principal × feeBps, half to even. */
export function wholeFee(principal: Fen, feeBps: number): Fen {
  const product = principal * feeBps;
  if (!Number.isSafeInteger(product)) return fen(Number(divideBig(BigInt(principal) * BigInt(feeBps), 10_000n, "half-even")));
  const remainder = product % 10_000;
  const floor = (product - remainder) / 10_000;
  const roundsUp = remainder > 5_000 || (remainder === 5_000 && floor % 2 === 1);
  return fen(roundsUp ? floor + 1 : floor);
}
