import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { renderLabel, type RenderedLabel } from "@/lib/label-text/render-label";
import type { LabelTemplate } from "@/lib/label-text/template";
import type { Fen } from "@/lib/money/fen";
import type { Quote, Verdict } from "@/lib/quote/quote-result";
import type { DateWindow } from "@/lib/quote/schema";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { evaluateOffer, type Evaluation } from "./evaluate-offer";
import type { Placement } from "./placement";
import type { OfferContent } from "./schema";

/** More changes of cards and ceilings than this within one window are not looked at one by one. */
const CHECK_DATES_MAX = 12;

export interface CeilingCase {
  quote: Quote;
  verdict: Verdict;
}

/** One pair of prices at one term of an offer: what holds on its first order date, and the worst that the window brings. */
export interface TermOutcome {
  term: number;
  evaluation: Evaluation;
  /** a hard ceiling that is exceeded on some order date of the window */
  aboveHard: CeilingCase | null;
  aboveWatch: CeilingCase | null;
  words: Map<Placement, RenderedLabel>;
}

export type PriceOutcomes = (prices: { cashPriceFen: Fen; installmentPriceFen: Fen }) => TermOutcome[];

/** Works out each pair of prices once, however many products share it. */
export function priceOutcomes(content: OfferContent, market: MarketFacts, templates: ReadonlyMap<string, LabelTemplate>, dates: DateWindow): PriceOutcomes {
  const known = new Map<string, TermOutcome[]>();
  const forEverything: OfferContent = { ...content, target: { kind: "all" } };
  const checkDates = datesToCheck(market, content.channel, dates);
  // The effective rate moves with the day of the month; the nominal one does not, so only an effective ceiling needs the search.
  const needsWorstDate = market.policies.some((policy) => policy.measure === "effective");

  return ({ cashPriceFen, installmentPriceFen }) => {
    const key = `${cashPriceFen} ${installmentPriceFen}`;
    let outcomes = known.get(key);
    if (!outcomes) known.set(key, (outcomes = content.terms.map((term) => workOut(term, cashPriceFen, installmentPriceFen))));
    return outcomes;
  };

  function workOut(term: number, cashPriceFen: Fen, installmentPriceFen: Fen): TermOutcome {
    const sku = { productId: "", skuId: "", category: "", contentTags: [], cashPriceFen, installmentPriceFen, costPriceFen: null, inStock: true };
    const evaluations = checkDates.map((orderDate) => evaluateOffer({ sku, content: forEverything, term, market, orderDate, ...(needsWorstDate && { window: { from: orderDate, to: dates.to } }) }));
    const evaluation = evaluations[0]!;
    const words = new Map<Placement, RenderedLabel>();
    if (evaluation.ok) {
      for (const placement of content.placements) {
        const template = templates.get(content.templates[placement] ?? "");
        if (template) words.set(placement, renderLabel(template, { quote: evaluation.quote, card: evaluation.card, placement, funding: content.funding }));
      }
    }
    return { term, evaluation, aboveHard: worstCase(evaluations, "hard"), aboveWatch: worstCase(evaluations, "watch"), words };
  }
}

/** The first order date, and each later one from which another card, ceiling or prime rate holds. */
function datesToCheck(market: MarketFacts, channel: string, dates: DateWindow): CalendarDate[] {
  const starts = [...market.rateCards.filter((card) => card.channel === channel), ...market.policies, ...market.lprRates].map((fact) => fact.fromDate);
  const later = [...new Set(starts)].filter((date) => date > dates.from && date <= dates.to).sort();
  return [dates.from, ...later].slice(0, CHECK_DATES_MAX);
}

function worstCase(evaluations: readonly Evaluation[], kind: Verdict["kind"]): CeilingCase | null {
  let worst: CeilingCase | null = null;
  for (const { quote } of evaluations) {
    if (!quote) continue;
    for (const verdict of quote.verdicts) {
      if (verdict.kind !== kind || !verdict.exceeded) continue;
      if (!worst || verdict.aprPpm - verdict.ceilingPpm > worst.verdict.aprPpm - worst.verdict.ceilingPpm) worst = { quote, verdict };
    }
  }
  return worst;
}
