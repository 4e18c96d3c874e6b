import { addDays, type CalendarDate } from "@/lib/calendar/calendar-date";
import { fen, type Fen } from "@/lib/money/fen";
import { quote } from "@/lib/quote/quote";
import type { QuoteResult } from "@/lib/quote/quote-result";
import type { Payer, RateCard } from "@/lib/quote/schema";
import type { MarketFacts } from "./market-facts";

const REFERENCE_AMOUNT = fen(100_000);
/** One bill to the next: every length of a first period occurs within it. */
const BILLING_CYCLE_DAYS = 31;

export interface TermFigures {
  term: number;
  /** fee in basis points by who bears it; null where the card has no such row */
  feeBps: Record<Payer, number | null>;
  /** what a shopper pays who bears the whole fee; null without a consumer row */
  result: QuoteResult | null;
}

/**
 * What a card means: for each term its fees, and the quote of one purchase of this amount on this day at the shopper's cost,
 * with the worst of the month that begins then.
 */
export function termFigures(card: RateCard, facts: Pick<MarketFacts, "policies" | "lprRates">, orderDate: CalendarDate, amount: Fen): TermFigures[] {
  const feeOf = new Map(card.rows.map((row) => [`${row.term} ${row.payer}`, row.feeBps]));
  const terms = [...new Set(card.rows.map((row) => row.term))].sort((a, b) => a - b);
  return terms.map((term) => {
    const feeBps = {
      consumer: feeOf.get(`${term} consumer`) ?? null,
      merchant: feeOf.get(`${term} merchant`) ?? null,
      platform: feeOf.get(`${term} platform`) ?? null,
    };
    return { term, feeBps, result: feeBps.consumer === null ? null : consumerQuote(card, facts, orderDate, amount, term) };
  });
}

/** The amount that figures of a card are worked out at where nobody names one: ¥1,000.00, or the nearest the card allows. */
export function referenceAmount(card: Pick<RateCard, "minAmountFen" | "maxAmountFen">): Fen {
  return fen(Math.max(card.minAmountFen, Math.min(REFERENCE_AMOUNT, card.maxAmountFen), 1));
}

function consumerQuote(card: RateCard, facts: Pick<MarketFacts, "policies" | "lprRates">, orderDate: CalendarDate, amount: Fen, term: number): QuoteResult {
  return quote({
    prices: { cashPriceFen: amount },
    term,
    orderDate,
    funding: { consumerBps: 10_000, merchantBps: 0, platformBps: 0 },
    rateCard: card,
    policies: facts.policies,
    lprRates: facts.lprRates,
    window: { from: orderDate, to: addDays(orderDate, BILLING_CYCLE_DAYS - 1) },
  });
}
