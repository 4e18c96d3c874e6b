import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { fen } from "@/lib/money/fen";
import { noteShopChange } from "@/lib/platform/change-notice";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { toColumn, toFen } from "@/lib/platform/fen-column";
import { newId } from "@/lib/platform/id";
import { inTransaction } from "@/lib/platform/transaction";
import { budgetStanding, type BudgetStanding } from "./budget";
import { lockOffer } from "./offer-record";
import { recordBudgetUseInput } from "./schema";
import { tellBudgetMark } from "./tell-budget-mark";
import { watchLabelsOf } from "./watch-labels-of";

export interface BudgetUseRecorded extends BudgetStanding {
  /** false where this reference was recorded before with the same amount */
  isNew: boolean;
}

/** Counts merchant-borne fee of the channel's bill against the offer's budget, once per reference. */
export async function recordBudgetUse(ctx: ShopContext, input: z.input<typeof recordBudgetUseInput>): Promise<BudgetUseRecorded> {
  requirePermission(ctx, "budget:record");
  const { offerId, amountFen, reference } = recordBudgetUseInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const { standing, usedFen, draft, revision } = await lockOffer(ctx, offerId);
    if (!standing.revision) throw new DomainError("wrong_state", { params: { what: "offer", state: standing.state } });
    const budget = standing.revision.content;
    const before = budgetStanding(budget, usedFen);
    const known = await ctx.tx.budgetEntry.findUnique({ where: { offerId_reference: { offerId, reference } } });
    if (known) {
      if (toFen(known.amountFen) === amountFen) return { ...before, isNew: false };
      throw new DomainError("duplicate", { params: { reference }, issues: [{ path: "reference", code: "taken" }], data: { amountFen: toFen(known.amountFen) } });
    }
    if (usedFen + amountFen < 0) throw new DomainError("invalid_input", { issues: [{ path: "amountFen", code: "more-than-used", params: { usedFen } }] });

    const now = ctx.clock.now();
    await ctx.tx.budgetEntry.createMany({ data: [{ id: newId("bud", now), shopId: ctx.shopId, offerId, amountFen: toColumn(amountFen), reference, at: now, by: ctx.actor.name }] });
    const after = budgetStanding(budget, fen(usedFen + amountFen));
    await tellBudgetMark(ctx, { offerId, name: draft.name, revision }, before, after);
    await noteShopChange(ctx);
    await watchLabelsOf(ctx, offerId, null);
    await recordAudit(ctx, "budget.recorded", `offer:${offerId}`, { amountFen, reference, usedBefore: usedFen, usedAfter: after.usedFen });
    return { ...after, isNew: true };
  });
}
