import type { Fen } from "@/lib/money/fen";
import type { SkuFacts } from "@/lib/offers/evaluate-offer";
import type { Placement } from "@/lib/offers/schema";
import { resolveAmong, tryTerm, type Candidate, type Loser, type SkuResolution, type SkuResolver } from "./resolve-sku";
import type { Standing, StandingOffer } from "./shop-facts";

/** Trials kept at once, each with its quote; most catalogs share that many pairs of prices. */
const TRIALS_MAX = 4_000;

/**
 * The resolver for whoever only asks who wins, of a million SKUs under one standing: each offer × term is tried once for a pair of
 * prices and a placement, and offers of a lower priority are not tried where a higher one has a winner. The winner, or where there is none
 * the losses, are those of resolveSku.
 */
export function createQuickResolver(standing: Standing): SkuResolver {
  const trials = new Map<string, Candidate | Loser>();
  const byPriority = groupByPriority(standing.offers);

  return (_standing, sku, placement, amount) => {
    const losers: Loser[] = [];
    for (const offers of byPriority) {
      const found = resolveAmong(offers, sku, placement, (offer, term) => tryOnce(offer, term, sku, placement, amount));
      if (found.winner) return { winner: found.winner, losers: [] } satisfies SkuResolution;
      losers.push(...found.losers);
    }
    return { winner: null, losers };
  };

  function tryOnce(offer: StandingOffer, term: number, sku: SkuFacts, placement: Placement, amount: Fen | undefined): Candidate | Loser {
    // Whether the offer means the SKU was asked before; from here on only its prices and its stock count.
    const key = `${offer.offerId} ${term} ${placement} ${sku.cashPriceFen} ${sku.installmentPriceFen} ${sku.inStock} ${amount ?? ""}`;
    const known = trials.get(key);
    if (known) return known;
    const outcome = tryTerm(standing, offer, term, sku, placement, amount);
    if (trials.size >= TRIALS_MAX) trials.clear();
    trials.set(key, outcome);
    return outcome;
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
