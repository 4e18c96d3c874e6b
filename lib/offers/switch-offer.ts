import type { InTx, ShopContext } from "@/lib/platform/context";
import { noteShopChange } from "@/lib/platform/change-notice";
import { DomainError } from "@/lib/platform/errors";
import { lockOffer, type OfferRecord } from "./offer-record";
import type { OfferEventKind, OfferState } from "./offer-state";
import { watchLabelsOf } from "./watch-labels-of";

/** Appends one event to an offer that is in one of the expected states; the caller has asked for the permission and writes the audit. */
export async function switchOffer(ctx: InTx<ShopContext>, { offerId, kind, reason, expecting }: { offerId: string; kind: Exclude<OfferEventKind, "published">; reason: string | null; expecting: readonly OfferState[] }): Promise<OfferRecord> {
  const record = await lockOffer(ctx, offerId);
  const { state } = record.standing;
  if (!expecting.includes(state)) throw new DomainError("wrong_state", { params: { what: "offer", state } });
  const now = ctx.clock.now();
  await ctx.tx.offerEvent.createMany({ data: [{ shopId: ctx.shopId, offerId, kind, revision: record.revision, at: now, by: ctx.actor.name, reason }] });
  await ctx.tx.offer.updateMany({ where: { id: offerId, shopId: ctx.shopId }, data: { changedAt: now } });
  await noteShopChange(ctx);
  await watchLabelsOf(ctx, offerId, null);
  return record;
}
