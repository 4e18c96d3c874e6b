import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { inTransaction } from "@/lib/platform/transaction";
import { diffOfferContent } from "./diff-offer-content";
import { loadOfferRecords } from "./offer-record";
import { createOfferInput } from "./schema";

/** Keeps a new draft. Sent twice with the same id and content it is one offer. */
export async function createOffer(ctx: ShopContext, input: z.input<typeof createOfferInput>): Promise<{ offerId: string; draftVersion: number }> {
  requirePermission(ctx, "offer:edit");
  const { offerId: wantedId, content } = createOfferInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const offerId = wantedId ?? newId("ofr", now);
    const { count } = await ctx.tx.offer.createMany({
      data: [{ id: offerId, shopId: ctx.shopId, name: content.name, draft: content, createdAt: now, changedAt: now, createdBy: ctx.actor.id ?? ctx.actor.name }],
      skipDuplicates: true,
    });
    if (count === 0) {
      const [known] = await loadOfferRecords(ctx, [offerId]);
      if (known?.draftVersion === 1 && diffOfferContent(known.draft, content).length === 0) return { offerId, draftVersion: 1 };
      throw new DomainError("conflict", { params: { what: "offer" } });
    }
    await recordAudit(ctx, "offer.created", `offer:${offerId}`, { after: content });
    return { offerId, draftVersion: 1 };
  });
}
