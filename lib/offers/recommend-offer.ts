import { addDays } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf, shanghaiMidnightAfter } from "@/lib/calendar/shanghai";
import type { LabelTemplate } from "@/lib/label-text/template";
import { divide } from "@/lib/money/divide";
import { formatFen, fen, type Fen } from "@/lib/money/fen";
import type { Quote } from "@/lib/quote/quote-result";
import type { Funding, RateCard } from "@/lib/quote/schema";
import { cardInForce } from "@/lib/rate-cards/card-in-force";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { evaluateOffer, type SkuFacts } from "./evaluate-offer";
import type { OfferField } from "./offer-content-fields";
import { PLACEMENTS } from "./placement";
import type { OfferContent } from "./schema";
import { suggestTemplates } from "./suggest-templates";

export const DEFAULT_CHANNEL = "douyin-monthly-pay";

const PREFERRED_TERM = 3;
const DAYS = 30;
const ORDERS_OF_MEDIAN = 50;
const ORDERS_OF_COSTLIEST = 10;
const BUDGET_STEP_FEN = 10_000;
const SMALLEST_BUDGET_FEN = 50_000;
const DEFAULT_WARN_AT_BPS = 8_000;
const DEFAULT_PRIORITY = 100;

const BY_MERCHANT: Funding = { consumerBps: 0, merchantBps: 10_000, platformBps: 0 };
const BY_CONSUMER: Funding = { consumerBps: 10_000, merchantBps: 0, platformBps: 0 };

export interface RecommendationReason {
  field: OfferField;
  code: "short-term" | "only-term" | "merchant-pays" | "consumer-pays" | "all-products" | "all-placements" | "thirty-days" | "budget-orders" | "card-range";
  params: Record<string, string | number>;
}

export interface Recommendation {
  content: OfferContent;
  reasons: RecommendationReason[];
}

export interface ShopToRecommendFor {
  market: MarketFacts;
  skus: readonly SkuFacts[];
  templates: ReadonlyMap<string, LabelTemplate>;
  now: Date;
  /** the offer's name in the reader's language */
  nameFor: (facts: { term: number; isInterestFree: boolean }) => string;
}

/** A first offer that most shops can publish as it stands, each choice with its reason; null where no card is in force. */
export function recommendOffer({ market, skus, templates, now, nameFor }: ShopToRecommendFor): Recommendation | null {
  const today = shanghaiDateOf(now);
  const card = cardInForce(market.rateCards, DEFAULT_CHANNEL, today);
  if (!card) return null;
  const { term, funding } = chooseTerm(card);
  const draft: OfferContent = {
    name: "-",
    channel: card.channel,
    terms: [term],
    funding,
    window: { from: new Date(Math.floor(now.getTime() / 60_000) * 60_000).toISOString(), to: shanghaiMidnightAfter(addDays(today, DAYS - 1)) },
    minAmountFen: card.minAmountFen,
    maxAmountFen: card.maxAmountFen,
    budgetFen: null,
    warnAtBps: DEFAULT_WARN_AT_BPS,
    target: { kind: "all" },
    placements: [...PLACEMENTS],
    priority: DEFAULT_PRIORITY,
    templates: {},
  };
  const quotes = quotesByPrice(draft, term, { market, skus, orderDate: today, card });
  // A product that costs more in installments than in cash is not what the words are chosen by: it simply gets no label.
  const free = quotes.filter((quote) => quote.interestFree);
  const isInterestFree = free.length > 0;
  const decisive = isInterestFree ? free : quotes;
  const budgetFen = funding === BY_MERCHANT ? sensibleBudget(quotes.map((quote) => quote.fee.merchantFen)) : null;
  const content: OfferContent = {
    ...draft,
    name: nameFor({ term, isInterestFree }),
    budgetFen,
    templates: suggestTemplates({ placements: draft.placements, funding, card, quotes: [decisive[0], decisive.at(-1)].filter((quote) => quote !== undefined), templates }),
  };
  const reasons: RecommendationReason[] = [
    { field: "terms", code: term === PREFERRED_TERM ? "short-term" : "only-term", params: { term } },
    { field: "funding", code: funding === BY_MERCHANT ? "merchant-pays" : "consumer-pays", params: {} },
    { field: "target", code: "all-products", params: {} },
    { field: "placements", code: "all-placements", params: {} },
    { field: "window", code: "thirty-days", params: { days: DAYS } },
    { field: "minAmountFen", code: "card-range", params: { from: formatFen(card.minAmountFen), to: formatFen(card.maxAmountFen) } },
  ];
  if (budgetFen !== null) reasons.push({ field: "budgetFen", code: "budget-orders", params: { orders: ORDERS_OF_MEDIAN } });
  return { content, reasons };
}

/** Three periods paid by the merchant where the card has them, else the shortest term, else the consumer pays. */
function chooseTerm({ rows }: RateCard): { term: number; funding: Funding } {
  for (const [payer, funding] of [["merchant", BY_MERCHANT], ["consumer", BY_CONSUMER]] as const) {
    const terms = rows.filter((row) => row.payer === payer).map((row) => row.term);
    if (terms.length > 0) return { term: terms.includes(PREFERRED_TERM) ? PREFERRED_TERM : Math.min(...terms), funding };
  }
  return { term: rows[0]!.term, funding: { consumerBps: 0, merchantBps: 0, platformBps: 10_000 } };
}

/** One quote per product that can have the term, cheapest first; of an empty shop the reference ¥1,000.00. */
function quotesByPrice(content: OfferContent, term: number, { market, skus, orderDate, card }: { market: MarketFacts; skus: readonly SkuFacts[]; orderDate: ReturnType<typeof shanghaiDateOf>; card: RateCard }): Quote[] {
  const reference = fen(Math.max(card.minAmountFen, Math.min(card.maxAmountFen, 100_000)));
  const known: readonly SkuFacts[] = skus.length > 0 ? skus : [{ productId: "", skuId: "", category: "", contentTags: [], cashPriceFen: reference, installmentPriceFen: reference, costPriceFen: null, inStock: true }];
  return known
    .flatMap((sku) => {
      const evaluation = evaluateOffer({ sku, content, term, market, orderDate });
      return evaluation.ok ? [evaluation.quote] : [];
    })
    .sort((a, b) => a.prices.installmentPriceFen - b.prices.installmentPriceFen);
}

function sensibleBudget(fees: readonly Fen[]): Fen {
  const sorted = [...fees].sort((a, b) => a - b);
  const median = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  const wanted = Math.max(SMALLEST_BUDGET_FEN, median * ORDERS_OF_MEDIAN, (sorted.at(-1) ?? 0) * ORDERS_OF_COSTLIEST);
  return fen(divide(wanted, BUDGET_STEP_FEN, "ceil") * BUDGET_STEP_FEN);
}
