import { divide } from "@/lib/money/divide";
import { fen, type Fen } from "@/lib/money/fen";

export interface Budget {
  /** null: no limit */
  budgetFen: number | null;
  warnAtBps: number;
}

export interface BudgetStanding {
  budgetFen: Fen | null;
  usedFen: Fen;
  /** null without a limit; never below zero */
  remainingFen: Fen | null;
  /** share of the budget that is used, floored; null without a limit */
  usedBps: number | null;
  mark: BudgetMark;
}

export type BudgetMark = "fine" | "warning" | "exhausted";

/** Where a budget stands after `usedFen` (the sum of its entries, negative ones given back). */
export function budgetStanding({ budgetFen, warnAtBps }: Budget, usedFen: Fen): BudgetStanding {
  if (budgetFen === null) return { budgetFen: null, usedFen, remainingFen: null, usedBps: null, mark: "fine" };
  const usedBps = usedFen <= 0 ? 0 : Number((BigInt(usedFen) * 10_000n) / BigInt(budgetFen));
  const remainingFen = fen(Math.max(0, budgetFen - usedFen));
  return { budgetFen: fen(budgetFen), usedFen, remainingFen, usedBps, mark: remainingFen === 0 ? "exhausted" : usedBps >= warnAtBps ? "warning" : "fine" };
}

/** True where what remains bears the merchant's fee of one more order. An order that costs the merchant nothing needs no budget. */
export function bearsOrder(budgetFen: number | null, usedFen: Fen, merchantFeeFen: Fen): boolean {
  return merchantFeeFen <= 0 || budgetFen === null || budgetFen - usedFen >= merchantFeeFen;
}

export interface BudgetReach {
  /** orders if each were the costliest one of the target */
  atLeast: number;
  /** orders if each were the cheapest one; null where that costs the merchant nothing */
  atMost: number | null;
}

/** How many more orders the rest of a budget bears; null where nothing limits it. */
export function budgetReach(remainingFen: Fen | null, fees: { cheapestFen: Fen; costliestFen: Fen } | null): BudgetReach | null {
  if (remainingFen === null || !fees || fees.costliestFen <= 0) return null;
  return {
    atLeast: divide(remainingFen, fees.costliestFen, "floor"),
    atMost: fees.cheapestFen <= 0 ? null : divide(remainingFen, fees.cheapestFen, "floor"),
  };
}

/** The worse mark that a new entry reaches, null where it stays or gets better: each is told once. */
export function markCrossed(before: BudgetMark, after: BudgetMark): Exclude<BudgetMark, "fine"> | null {
  const order: BudgetMark[] = ["fine", "warning", "exhausted"];
  return after !== "fine" && order.indexOf(after) > order.indexOf(before) ? after : null;
}
