import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { fen, type Fen } from "@/lib/money/fen";
import { quote } from "@/lib/quote/quote";
import type { Quote } from "@/lib/quote/quote-result";
import type { Funding, RateCard } from "@/lib/quote/schema";
import { cardInForce } from "@/lib/rate-cards/card-in-force";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { DEFAULT_CHANNEL } from "@/lib/rate-cards/schema";

/** A purchase that words of a template are tried on. */
export interface SampleQuote {
  id: string;
  amountFen: Fen;
  payer: SamplePayer;
  funding: Funding;
  card: Pick<RateCard, "lenderShortName">;
  quote: Quote;
}

export type SamplePayer = "merchant" | "consumer";

const AMOUNTS = [fen(129_900), fen(9_900)];
const TERMS = [3, 12];
const FUNDINGS: Record<SamplePayer, Funding> = {
  merchant: { consumerBps: 0, merchantBps: 10_000, platformBps: 0 },
  consumer: { consumerBps: 10_000, merchantBps: 0, platformBps: 0 },
};

/** A large and a small purchase over few and many terms, at the merchant's and at the shopper's cost, by the card of that day. Empty without a card. */
export function sampleQuotes({ rateCards, policies, lprRates }: MarketFacts, orderDate: CalendarDate): SampleQuote[] {
  const rateCard = cardInForce(rateCards, DEFAULT_CHANNEL, orderDate);
  if (!rateCard) return [];
  const samples: SampleQuote[] = [];
  for (const payer of ["merchant", "consumer"] as const) {
    for (const amountFen of AMOUNTS) {
      for (const term of sampleTerms(rateCard)) {
        const funding = FUNDINGS[payer];
        const result = quote({ prices: { cashPriceFen: amountFen }, term, orderDate, funding, rateCard, policies, lprRates });
        if (result.ok) samples.push({ id: `${payer}-${amountFen}-${term}`, amountFen, payer, funding, card: rateCard, quote: result.quote });
      }
    }
  }
  return samples;
}

/** The card's shortest and longest where it does not know the usual ones. */
function sampleTerms({ rows }: RateCard): number[] {
  const known = rows.map(({ term }) => term);
  const usual = TERMS.filter((term) => known.includes(term));
  return usual.length > 0 ? usual : [...new Set([Math.min(...known), Math.max(...known)])];
}
