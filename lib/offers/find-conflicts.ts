import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { evaluateOffer, targets } from "./evaluate-offer";
import type { OfferSku } from "./offer-sku";
import { compareRanks, decidingStep, type Rank, type RankStep } from "./rank";
import type { Placement } from "./placement";
import type { OfferContent } from "./schema";

/** So many quotes are worked out over all comparisons; with more offers fewer products are compared and the counts are not complete. */
const QUOTES_MAX = 3_000;

export interface OtherOffer {
  offerId: string;
  content: OfferContent;
}

export interface Conflict {
  offerId: string;
  name: string;
  placements: Placement[];
  /** the instants that both windows share */
  from: string;
  to: string;
  /** SKUs that both would label */
  sharedCount: number;
  winsCount: number;
  losesCount: number;
  /** what decides for the first shared product */
  decidedBy: RankStep | null;
  exampleTitle: string;
  /** true where not every product was compared: there may be more */
  isSample: boolean;
}

interface ConflictsToFind {
  offerId: string;
  content: OfferContent;
  others: readonly OtherOffer[];
  skus: readonly OfferSku[];
  market: MarketFacts;
  now: Date;
}

/** Other offers that want the same product at the same placement at the same time, and which of the two would show. */
export function findConflicts({ offerId, content, others, skus, market, now }: ConflictsToFind): Conflict[] {
  const rivals = others.flatMap((other) => {
    const placements = content.placements.filter((placement) => other.content.placements.includes(placement));
    const from = Math.max(Date.parse(content.window.from), Date.parse(other.content.window.from), now.getTime());
    const to = Math.min(Date.parse(content.window.to), Date.parse(other.content.window.to));
    return other.offerId === offerId || placements.length === 0 || from >= to ? [] : [{ ...other, placements, from, to }];
  });
  const quotesPerSku = rivals.reduce((sum, rival) => sum + rival.content.terms.length + content.terms.length, 0);
  const comparedMax = Math.max(1, Math.floor(QUOTES_MAX / Math.max(1, quotesPerSku)));

  return rivals.flatMap((rival) => {
    const shared = skus.filter((sku) => sku.inStock && targets(content.target, sku) && targets(rival.content.target, sku));
    const orderDate = shanghaiDateOf(new Date(rival.from));
    const mine = bestRanks(offerId, content, market, orderDate);
    const theirs = bestRanks(rival.offerId, rival.content, market, orderDate);
    let winsCount = 0;
    let losesCount = 0;
    let first: Pick<Conflict, "decidedBy" | "exampleTitle"> | null = null;
    for (const sku of shared.slice(0, comparedMax)) {
      const [a, b] = [mine(sku), theirs(sku)];
      if (!a || !b) continue;
      if (compareRanks(a, b) < 0) winsCount++;
      else losesCount++;
      first ??= { decidedBy: decidingStep(a, b), exampleTitle: sku.title };
    }
    if (!first) return [];
    return [
      {
        offerId: rival.offerId,
        name: rival.content.name,
        placements: rival.placements,
        from: new Date(rival.from).toISOString(),
        to: new Date(rival.to).toISOString(),
        sharedCount: winsCount + losesCount,
        winsCount,
        losesCount,
        isSample: shared.length > comparedMax,
        ...first,
      },
    ];
  });
}

/** The best rank that an offer reaches for a product over its terms, worked out once per pair of prices. */
function bestRanks(offerId: string, content: OfferContent, market: MarketFacts, orderDate: CalendarDate): (sku: OfferSku) => Rank | null {
  const known = new Map<string, Rank | null>();
  const forEverything: OfferContent = { ...content, target: { kind: "all" } };
  return (sku) => {
    const key = `${sku.cashPriceFen} ${sku.installmentPriceFen}`;
    let best = known.get(key);
    if (best === undefined) {
      best = null;
      for (const term of content.terms) {
        const evaluation = evaluateOffer({ sku, content: forEverything, term, market, orderDate });
        if (!evaluation.ok) continue;
        const rank = { priority: content.priority, nominalPpm: evaluation.quote.nominalApr.ppm, term, offerId };
        if (!best || compareRanks(rank, best) < 0) best = rank;
      }
      known.set(key, best);
    }
    return best;
  };
}
