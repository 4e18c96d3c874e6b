import { renderLabel, type RenderedLabel } from "@/lib/label-text/render-label";
import type { Fen } from "@/lib/money/fen";
import { bearsOrder } from "@/lib/offers/budget";
import { evaluateOffer, targets, type Evaluation, type SkuFacts } from "@/lib/offers/evaluate-offer";
import type { Loss, LossParams } from "@/lib/offers/loss";
import { lossOfState } from "@/lib/offers/offer-state";
import { compareRanks, decidingStep, type Rank, type RankStep } from "@/lib/offers/rank";
import type { Placement } from "@/lib/offers/placement";
import type { Quote } from "@/lib/quote/quote-result";
import type { QuoteInput } from "@/lib/quote/schema";
import type { Standing, StandingOffer } from "./shop-facts";

/** One offer at one of its terms, with the words it would show. */
export interface Candidate {
  offerId: string;
  offerName: string;
  revision: number;
  term: number;
  rank: Rank;
  quote: Quote;
  input: QuoteInput;
  templateCode: string;
  mainLine: string;
  subLine: string;
  namesAmount: boolean;
}

export interface Loser {
  offerId: string;
  offerName: string;
  revision: number;
  /** null where the offer as a whole lost, whatever the term */
  term: number | null;
  loss: Loss;
  params: LossParams;
  /** the step of the order that decided, where it was outranked */
  step: RankStep | null;
}

export interface SkuResolution {
  winner: Candidate | null;
  losers: Loser[];
}

export type SkuResolver = (standing: Standing, sku: SkuFacts, placement: Placement, amount?: Fen) => SkuResolution;

/**
 * The one winner for a SKU at a placement, and why each of the others lost. Candidates are offer × term: live, in window,
 * in range, in budget and with words that are true and fit; then the order of rank decides.
 */
export const resolveSku: SkuResolver = (standing, sku, placement, amount) => resolveAmong(standing.offers, sku, placement, (offer, term) => tryTerm(standing, offer, term, sku, placement, amount));

/** One offer at one term for a SKU: what it would show, or why it loses. */
export type TermTrial = (offer: StandingOffer, term: number) => Candidate | Loser;

/** The same among given offers with a given way to try a term. */
export function resolveAmong(offers: readonly StandingOffer[], sku: SkuFacts, placement: Placement, trial: TermTrial): SkuResolution {
  const candidates: Candidate[] = [];
  const losers: Loser[] = [];
  for (const offer of offers) {
    const { content } = offer.revision;
    const loss = lossOfWhole(offer, sku, placement);
    if (loss) losers.push(loser(offer, null, loss));
    else {
      for (const term of content.terms) {
        const outcome = trial(offer, term);
        if ("loss" in outcome) losers.push(outcome);
        else candidates.push(outcome);
      }
    }
  }
  candidates.sort((a, b) => compareRanks(a.rank, b.rank));
  const [winner = null, ...outranked] = candidates;
  for (const { offerId, offerName, revision, term, rank } of outranked) {
    losers.push({ offerId, offerName, revision, term, loss: "outranked", params: {}, step: decidingStep(winner!.rank, rank) });
  }
  return { winner, losers };
}

function lossOfWhole({ state, revision: { content } }: StandingOffer, sku: SkuFacts, placement: Placement): Loss | null {
  const ofState = lossOfState(state);
  if (ofState) return ofState;
  if (!content.placements.includes(placement)) return "placement-not-chosen";
  return targets(content.target, sku) ? null : "not-targeted";
}

export function tryTerm(standing: Standing, offer: StandingOffer, term: number, sku: SkuFacts, placement: Placement, amount?: Fen): Candidate | Loser {
  return wordTerm(standing, offer, term, placement, quoteTerm(standing, offer, term, sku, amount));
}

/** The numbers of an offer at a term for a SKU; they are the same at every placement. */
export function quoteTerm(standing: Standing, { revision: { content } }: StandingOffer, term: number, sku: SkuFacts, amount?: Fen): Evaluation {
  return evaluateOffer({ sku, content, term, market: standing.market, orderDate: standing.orderDate, amount });
}

/** What is said of these numbers at a placement, or why the offer loses there. */
export function wordTerm(standing: Standing, offer: StandingOffer, term: number, placement: Placement, evaluation: Evaluation): Candidate | Loser {
  const { offerId, usedFen, revision } = offer;
  const { content } = revision;
  if (!evaluation.ok) return loser(offer, term, evaluation.loss, evaluation.params);
  const { quote, input, card } = evaluation;
  if (!bearsOrder(content.budgetFen, usedFen, quote.fee.merchantFen)) {
    return loser(offer, term, "budget-exhausted", { remainingFen: content.budgetFen! - usedFen, neededFen: quote.fee.merchantFen });
  }
  const templateCode = content.templates[placement];
  const template = templateCode === undefined ? undefined : standing.templates.get(templateCode);
  if (!template || templateCode === undefined) return loser(offer, term, "template-not-in-force", { code: templateCode ?? "" });
  const words = renderLabel(template, { quote, card, placement, funding: content.funding });
  if (!words.ok) return wordless(offer, term, quote, words);
  const { mainLine, subLine, namesAmount } = words;
  const rank = { priority: content.priority, nominalPpm: quote.nominalApr.ppm, term, offerId };
  return { offerId, offerName: content.name, revision: revision.revision, term, rank, quote, input, templateCode, mainLine, subLine, namesAmount };
}

function wordless(offer: StandingOffer, term: number, { prices, totalPaymentsFen, extraCostFen }: Quote, refusal: Extract<RenderedLabel, { ok: false }>): Loser {
  switch (refusal.reason) {
    case "not-interest-free":
      return loser(offer, term, "not-interest-free", { cashPriceFen: prices.cashPriceFen, totalPaymentsFen, extraCostFen });
    case "template-faulty":
      return loser(offer, term, "template-not-in-force", refusal.params);
    default:
      return loser(offer, term, refusal.reason, refusal.params);
  }
}

function loser({ offerId, revision: { revision, content } }: StandingOffer, term: number | null, loss: Loss, params: LossParams = {}): Loser {
  return { offerId, offerName: content.name, revision, term, loss, params, step: null };
}
