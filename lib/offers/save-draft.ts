import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { diffOfferContent } from "./diff-offer-content";
import { lockOffer } from "./offer-record";
import { refuseStale } from "./refuse-stale";
import { saveDraftInput } from "./schema";

/** Keeps what was typed. Whoever saves second gets a conflict with the other's version: see mergeOfferContent. */
export async function saveDraft(ctx: ShopContext, input: z.input<typeof saveDraftInput>): Promise<{ draftVersion: number }> {
  requirePermission(ctx, "offer:edit");
  const { offerId, expectedDraftVersion, content } = saveDraftInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const record = await lockOffer(ctx, offerId);
    if (record.standing.endedByHand) throw new DomainError("wrong_state", { params: { what: "offer", state: "ended" } });
    await refuseStale(ctx, record, { draftVersion: expectedDraftVersion });
    const changes = diffOfferContent(record.draft, content);
    if (changes.length === 0) return { draftVersion: record.draftVersion };
    const draftVersion = expectedDraftVersion + 1;
    await ctx.tx.offer.updateMany({
      where: { id: offerId, shopId: ctx.shopId, draftVersion: expectedDraftVersion },
      data: { draft: content, name: content.name, draftVersion, changedAt: ctx.clock.now() },
    });
    await recordAudit(ctx, "offer.draft-saved", `offer:${offerId}`, { draftVersion, changes });
    return { draftVersion };
  });
}
