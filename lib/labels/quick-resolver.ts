import type { Fen } from "@/lib/money/fen";
import type { Evaluation, SkuFacts } from "@/lib/offers/evaluate-offer";
import { quoteTerm, resolveAmong, wordTerm, type Loser, type SkuResolution, type SkuResolver } from "./resolve-sku";
import type { Standing, StandingOffer } from "./shop-facts";

/** Trials kept at once, each with its quote; most catalogs share that many pairs of prices. */
const TRIALS_MAX = 4_000;

/**
 * The resolver for whoever only asks who wins, of a million SKUs under one standing: each offer × term is quoted once for a pair of
 * prices, and offers of a lower priority are not tried where a higher one has a winner. The winner, or where there is none the losses, are
 * those of resolveSku.
 */
export function createQuickResolver(standing: Standing): SkuResolver {
  const evaluations = new Map<string, Evaluation>();
  const byPriority = groupByPriority(standing.offers);

  return (_standing, sku, placement, amount) => {
    const losers: Loser[] = [];
    for (const offers of byPriority) {
      const found = resolveAmong(offers, sku, placement, (offer, term) => wordTerm(standing, offer, term, placement, quoteOnce(offer, term, sku, amount)));
      if (found.winner) return { winner: found.winner, losers: [] } satisfies SkuResolution;
      for (const loser of found.losers) losers.push(loser);
    }
    return { winner: null, losers };
  };

  function quoteOnce(offer: StandingOffer, term: number, sku: SkuFacts, amount: Fen | undefined): Evaluation {
    // Whether the offer means the SKU was asked before; from here on only its prices and its stock count.
    const key = `${offer.offerId} ${term} ${sku.cashPriceFen} ${sku.installmentPriceFen} ${sku.inStock} ${amount ?? ""}`;
    const known = evaluations.get(key);
    if (known) return known;
    const evaluation = quoteTerm(standing, offer, term, sku, amount);
    if (evaluations.size >= TRIALS_MAX) evaluations.clear();
    evaluations.set(key, evaluation);
    return evaluation;
  }
}

/** Highest first; within one priority in their order. */
function groupByPriority(offers: readonly StandingOffer[]): StandingOffer[][] {
  const groups = new Map<number, StandingOffer[]>();
  for (const offer of offers) {
    const { priority } = offer.revision.content;
    const group = groups.get(priority);
    if (group) group.push(offer);
    else groups.set(priority, [offer]);
  }
  return [...groups].sort(([a], [b]) => b - a).map(([, group]) => group);
}
