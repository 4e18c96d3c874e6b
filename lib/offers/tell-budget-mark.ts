import { notify } from "@/lib/notifications/notify";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { markCrossed, type BudgetStanding } from "./budget";

/** Tells the shop's people once per revision when a budget reaches its warning mark, and when it is used up. */
export async function tellBudgetMark(ctx: InTx<ShopContext>, offer: { offerId: string; name: string; revision: number }, before: BudgetStanding, after: BudgetStanding): Promise<void> {
  const mark = markCrossed(before.mark, after.mark);
  if (!mark) return;
  const about = { subject: `offer:${offer.offerId}`, dedupeKey: `budget-${mark}:${offer.offerId}:${offer.revision}` };
  if (mark === "warning") await notify(ctx, { kind: "budget-warning", params: { offer: offer.name, usedPercent: Math.floor((after.usedBps ?? 0) / 100) }, ...about });
  else await notify(ctx, { kind: "budget-exhausted", params: { offer: offer.name }, ...about });
}
