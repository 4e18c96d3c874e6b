import { requirePermission } from "@/lib/access/require-permission";
import type { LossParams, Loss } from "@/lib/offers/loss";
import type { RankStep } from "@/lib/offers/rank";
import type { Placement } from "@/lib/offers/placement";
import type { ShopContext } from "@/lib/platform/context";
import type { Fen } from "@/lib/money/fen";
import type { Quote } from "@/lib/quote/quote-result";
import { labelAt } from "./label-at";
import type { LabelReason } from "./label-reason";
import { toAnswer, type LabelAnswer } from "./label-view";

export interface LabelExplanation extends LabelAnswer {
  /** the instant it is for */
  at: string;
  placement: Placement;
  /** finer than the public reason */
  shopReason: LabelReason;
  stopped: { at: string; reason: string } | null;
  sku: { skuId: string; name: string } | null;
  winner: { offerId: string; offerName: string; revision: number; term: number; templateCode: string; quote: Quote } | null;
  losers: { offerId: string; offerName: string; revision: number; term: number | null; loss: Loss; step: RankStep | null; params: LossParams }[];
}

export interface ExplainInput {
  product: string;
  placement: Placement;
  sku?: string;
  amount?: Fen;
  at?: Date;
}

/** Who won, who lost and why: for the shop's own people. */
export async function explainLabel(ctx: ShopContext, { at, ...asked }: ExplainInput): Promise<LabelExplanation> {
  requirePermission(ctx, "label:view");
  const instant = at ?? ctx.clock.now();
  const { standing, product, ask, resolution } = await labelAt(ctx, asked, instant);
  const { reason, winner, losers, sku } = resolution;
  return {
    ...toAnswer(ctx.shopId, standing, product, ask, resolution),
    at: instant.toISOString(),
    placement: asked.placement,
    shopReason: reason,
    stopped: standing.stopped && { at: standing.stopped.at.toISOString(), reason: standing.stopped.reason },
    sku: sku && { skuId: sku.skuId, name: sku.name },
    winner: winner && { offerId: winner.offerId, offerName: winner.offerName, revision: winner.revision, term: winner.term, templateCode: winner.templateCode, quote: winner.quote },
    losers: losers.map(({ offerId, offerName, revision, term, loss, step, params }) => ({ offerId, offerName, revision, term, loss, step, params })),
  };
}
