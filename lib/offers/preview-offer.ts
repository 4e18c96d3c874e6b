import { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { fen } from "@/lib/money/fen";
import type { ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { findConflicts, type Conflict } from "./find-conflicts";
import type { OfferJudgement } from "./judge-offer";
import { findRaisedThenCut } from "./find-raised-then-cut";
import { judgeOfferInSlices } from "./judge-offer-in-slices";
import type { UnlabelledSku } from "./judge-sku";
import type { Loss } from "./loss";
import { loadOfferRecords } from "./offer-record";
import { listOfferSkus } from "./offer-skus";
import { loadNewest } from "./queries";
import { offerContentSchema } from "./schema";
import { listTemplatesInForce } from "./templates";

const OTHER_OFFERS_MAX = 50;
const UNLABELLED_PAGE_SIZE = 10;
/** A new offer has no id yet; it would rank after every offer that has one. */
const NOT_YET_KEPT = "ofr_~";

export const previewOfferInput = z.strictObject({
  content: offerContentSchema,
  /** the offer that is edited; left out for a new one */
  offerId: z.string().max(60).optional(),
  exampleSkuId: z.string().max(60).optional(),
  /** of the products that will not get the label */
  unlabelled: z.strictObject({ loss: z.string().max(40).optional(), page: z.int().min(0).max(1_000).default(0) }).optional(),
});

export interface OfferPreview extends Omit<OfferJudgement, "unlabelled"> {
  conflicts: Conflict[];
  unlabelledCount: number;
  /** how many SKUs miss the label for each reason; one SKU may have several */
  byLoss: { loss: Loss; count: number }[];
  unlabelled: { rows: UnlabelledSku[]; page: number; pageCount: number };
}

/** What an offer would do if it were published as it stands; changes nothing. */
export async function previewOffer(ctx: ShopContext, input: z.input<typeof previewOfferInput>): Promise<OfferPreview> {
  requirePermission(ctx, "offer:view");
  const { content, offerId, exampleSkuId, unlabelled = { page: 0 } } = previewOfferInput.parse(input);
  const now = ctx.clock.now();
  const facts = await inRead(ctx, async (ctx) => {
    const market = await getMarketFacts(ctx);
    const templates = await listTemplatesInForce(ctx);
    const target = await listOfferSkus(ctx, content.target);
    const [record] = offerId === undefined ? [] : await loadOfferRecords(ctx, [offerId]);
    const others = (await loadNewest(ctx, OTHER_OFFERS_MAX)).flatMap((other) => {
      const { state, revision } = other.standing;
      return revision && state !== "ended" ? [{ offerId: other.offerId, content: revision.content }] : [];
    });
    return { market, templates, ...target, usedFen: record?.usedFen ?? fen(0), others, priceMoves: await findRaisedThenCut(ctx, target.skus) };
  });
  const { priceMoves, ...situation } = facts;
  const { unlabelled: all, ...judgement } = await judgeOfferInSlices({ content, now, exampleSkuId, ...situation });
  if (priceMoves) judgement.warnings.push(priceMoves);
  const shown = unlabelled.loss ? all.filter(({ misses }) => misses.some(({ loss }) => loss === unlabelled.loss)) : all;
  const pageCount = Math.max(1, Math.ceil(shown.length / UNLABELLED_PAGE_SIZE));
  const page = Math.min(unlabelled.page, pageCount - 1);
  return {
    ...judgement,
    conflicts: findConflicts({ offerId: offerId ?? NOT_YET_KEPT, content, now, others: facts.others, skus: facts.skus, market: facts.market }),
    unlabelledCount: all.length,
    byLoss: countByLoss(all),
    unlabelled: { rows: shown.slice(page * UNLABELLED_PAGE_SIZE, (page + 1) * UNLABELLED_PAGE_SIZE), page, pageCount },
  };
}

function countByLoss(unlabelled: readonly UnlabelledSku[]): OfferPreview["byLoss"] {
  const counts = new Map<Loss, number>();
  for (const { misses } of unlabelled) {
    for (const loss of new Set(misses.map((miss) => miss.loss))) counts.set(loss, (counts.get(loss) ?? 0) + 1);
  }
  return [...counts].map(([loss, count]) => ({ loss, count })).sort((a, b) => b.count - a.count);
}
