import { roundParts } from "@/lib/money/allocate";
import { divideBig, multiplyDivide } from "@/lib/money/divide";
import { fen, type Fen } from "@/lib/money/fen";

type FeeShare = { shareBps: number; feeBps: number };

const BPS = 10_000;
const BPS_SQUARED = 100_000_000n;

/**
 * The installment fee of a mixed funding: each payer's share of the principal at that payer's own fee. The total is rounded
 * half to even; the parts follow by largest remainder, ties in the order given, so they sum to the total.
 */
export function splitFee(principal: Fen, shares: readonly FeeShare[]): { total: Fen; parts: Fen[] } {
  const exact = shares.map((share) => BigInt(principal) * BigInt(share.shareBps * share.feeBps));
  const sum = exact.reduce((running, part) => running + part, 0n);
  const total = fen(Number(divideBig(sum, BPS_SQUARED, "half-even")));
  return { total, parts: roundParts(total, exact, BPS_SQUARED) };
}

/** The fee where one payer bears all of it: principal × feeBps, half to even. */
export function wholeFee(principal: Fen, feeBps: number): Fen {
  return fen(multiplyDivide(principal, feeBps, BPS, "half-even"));
}
