import type { Fen } from "@/lib/money/fen";

/** A price from an instant on, oldest first. */
export interface PriceFact {
  cashPriceFen: Fen;
  at: Date;
}

export interface RaisedThenCut {
  /** before it was raised */
  beforeFen: Fen;
  raisedFen: Fen;
  nowFen: Fen;
}

/** How far a price is looked back on. */
export const PRICE_LOOK_BACK_DAYS = 30;

/**
 * Whether the price of now is a cut from one that was raised shortly before, to no less than it was: 先涨后降 (明码标价和禁止价格欺诈规定, 第十七条).
 * Null where it was not. Prices before the look back count as where it began.
 */
export function raisedThenCut(prices: readonly PriceFact[], now: Date): RaisedThenCut | null {
  const since = now.getTime() - PRICE_LOOK_BACK_DAYS * 86_400_000;
  const known = prices.filter(({ at }) => at <= now);
  const first = known.findLastIndex(({ at }) => at.getTime() <= since);
  const recent = known.slice(Math.max(first, 0));
  const last = recent.at(-1);
  if (!last) return null;
  let lowest = recent[0]!.cashPriceFen;
  let found = null as RaisedThenCut | null;
  let raised = null as Pick<RaisedThenCut, "beforeFen" | "raisedFen"> | null;
  for (const { cashPriceFen } of recent) {
    if (raised && cashPriceFen < raised.raisedFen) {
      found = cashPriceFen >= raised.beforeFen ? { ...raised, nowFen: cashPriceFen } : null;
      raised = null;
      lowest = cashPriceFen;
    }
    if (cashPriceFen > lowest) {
      raised = { beforeFen: raised?.beforeFen ?? lowest, raisedFen: cashPriceFen };
      found = null;
    } else lowest = cashPriceFen;
  }
  return found && found.nowFen === last.cashPriceFen ? found : null;
}
