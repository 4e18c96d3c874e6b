import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { noteShopChange } from "@/lib/platform/change-notice";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { budgetStanding } from "./budget";
import { diffOfferContent, type OfferChange } from "./diff-offer-content";
import { judgeOfferInSlices } from "./judge-offer-in-slices";
import type { Finding, RefusalCode } from "./offer-finding";
import { lockOffer, type OfferRecord } from "./offer-record";
import { listOfferSkus } from "./offer-skus";
import type { OfferState } from "./offer-state";
import { refuseStale } from "./refuse-stale";
import { publishOfferInput } from "./schema";
import { tellBudgetMark } from "./tell-budget-mark";
import { listTemplatesInForce } from "./templates";
import { watchLabelsOf } from "./watch-labels-of";

export interface Published {
  offerId: string;
  revision: number;
  state: OfferState;
}

/** Makes the draft the next revision, which never changes again; refused with the arithmetic where its words or figures do not hold. */
export async function publishOffer(ctx: ShopContext, input: z.input<typeof publishOfferInput>): Promise<Published> {
  requirePermission(ctx, "offer:publish");
  const { offerId, expectedDraftVersion, expectedRevision } = publishOfferInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const record = await lockOffer(ctx, offerId);
    if (record.standing.endedByHand) throw new DomainError("wrong_state", { params: { what: "offer", state: "ended" } });
    await refuseStale(ctx, record, { draftVersion: expectedDraftVersion, revision: expectedRevision });
    const changes = changesSincePublished(record);
    await refuseUnlessTrue(ctx, record, changes);

    const now = ctx.clock.now();
    const revision = expectedRevision + 1;
    await ctx.tx.offerRevision.createMany({ data: [{ offerId, revision, shopId: ctx.shopId, content: record.draft, publishedAt: now, publishedBy: ctx.actor.name }] });
    await ctx.tx.offerEvent.createMany({ data: [{ shopId: ctx.shopId, offerId, kind: "published", revision, at: now, by: ctx.actor.name }] });
    const { count } = await ctx.tx.offer.updateMany({ where: { id: offerId, shopId: ctx.shopId, draftVersion: expectedDraftVersion, revision: expectedRevision }, data: { revision, changedAt: now } });
    if (count !== 1) throw new DomainError("conflict", { params: { what: "offer" } });
    await tellBudgetMark(ctx, { offerId, name: record.draft.name, revision }, budgetStanding(record.standing.revision?.content ?? { budgetFen: null, warnAtBps: 1 }, record.usedFen), budgetStanding(record.draft, record.usedFen));
    await noteShopChange(ctx);
    await watchLabelsOf(ctx, offerId, record.draft.window);
    await recordAudit(ctx, "offer.published", `offer:${offerId}`, { revision, changes, content: record.draft });
    const state = record.standing.state === "paused" ? "paused" : Date.parse(record.draft.window.from) > now.getTime() ? "scheduled" : "live";
    return { offerId, revision, state };
  });
}

function changesSincePublished({ draft, standing }: OfferRecord): OfferChange[] | null {
  return standing.revision ? diffOfferContent(standing.revision.content, draft) : null;
}

async function refuseUnlessTrue(ctx: InTx<ShopContext>, { draft, usedFen }: OfferRecord, changes: OfferChange[] | null): Promise<void> {
  const refusals: Finding<RefusalCode>[] = changes?.length === 0 ? [{ code: "nothing-changed", field: "name", params: {}, lines: [] }] : [];
  if (refusals.length === 0) {
    const [market, templates, target] = [await getMarketFacts(ctx), await listTemplatesInForce(ctx), await listOfferSkus(ctx, draft.target)];
    const { refusals: found } = await judgeOfferInSlices({ content: draft, market, templates, now: ctx.clock.now(), usedFen, ...target });
    refusals.push(...found);
  }
  if (refusals.length > 0) {
    throw new DomainError("offer_refused", {
      params: { count: refusals.length },
      issues: refusals.map(({ field, code, params }) => ({ path: field, code, params })),
      data: { refusals },
    });
  }
}
