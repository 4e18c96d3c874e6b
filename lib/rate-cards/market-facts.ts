import type { LprRate, Policy, RateCard } from "@/lib/quote/schema";

/** Everything dated that a quote rests on besides the shop's own prices and offers, in the shapes of the engine. */
export interface MarketFacts {
  /** every version of every channel, by channel, then version */
  rateCards: RateCard[];
  /** every version of every code, by code, then version */
  policies: Policy[];
  /** one rate per date, oldest first */
  lprRates: LprRate[];
}
