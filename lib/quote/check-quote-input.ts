import { addDays, daysBetween } from "@/lib/calendar/calendar-date";
import { type QuoteFailure, type QuoteRefusalCode, type ResolvedPrices } from "@/lib/quote/quote-result";
import { MAX_WINDOW_DAYS, type Payer, type QuoteInput } from "@/lib/quote/schema";

/** The first reason why an input cannot be quoted, or null. */
export function checkQuoteInput(input: QuoteInput, prices: ResolvedPrices): QuoteFailure | null {
  return checkPrices(prices) ?? checkCard(input, prices) ?? checkFunding(input) ?? checkWindow(input);
}

function checkPrices(prices: ResolvedPrices): QuoteFailure | null {
  const { cashPriceFen, installmentPriceFen, financedFen } = prices;
  if (cashPriceFen <= 0) return refuse("price-not-positive", "prices.cashPriceFen", { priceFen: cashPriceFen });
  if (installmentPriceFen <= 0) {
    return refuse("price-not-positive", "prices.installmentPriceFen", { priceFen: installmentPriceFen });
  }
  if (financedFen <= 0) return refuse("financed-not-positive", "prices.financedFen", { financedFen });
  if (financedFen > installmentPriceFen) {
    return refuse("financed-exceeds-price", "prices.financedFen", { financedFen, installmentPriceFen });
  }
  return null;
}

function checkCard({ rateCard, orderDate }: QuoteInput, { financedFen }: ResolvedPrices): QuoteFailure | null {
  const { minAmountFen, maxAmountFen, fromDate } = rateCard;
  if (orderDate < fromDate) return refuse("card-not-in-force", "orderDate", { orderDate, fromDate });
  if (financedFen < minAmountFen) return refuse("amount-below-card", "prices.financedFen", { financedFen, minAmountFen });
  if (financedFen > maxAmountFen) return refuse("amount-above-card", "prices.financedFen", { financedFen, maxAmountFen });
  return null;
}

function checkFunding({ rateCard, term, funding }: QuoteInput): QuoteFailure | null {
  if (!rateCard.rows.some((row) => row.term === term)) return refuse("term-not-on-card", "term", { term });
  const shares: [Payer, number][] = [
    ["consumer", funding.consumerBps],
    ["merchant", funding.merchantBps],
    ["platform", funding.platformBps],
  ];
  for (const [payer, shareBps] of shares) {
    if (shareBps === 0) continue;
    if (rateCard.fundingShares === "all-or-none" && shareBps !== 10_000) {
      return refuse("funding-not-allowed", `funding.${payer}Bps`, { payer, shareBps });
    }
    if (!rateCard.rows.some((row) => row.term === term && row.payer === payer)) {
      return refuse("funding-not-on-card", `funding.${payer}Bps`, { payer, term });
    }
  }
  return null;
}

function checkWindow({ window }: QuoteInput): QuoteFailure | null {
  if (!window) return null;
  if (window.to < window.from) return refuse("window-reversed", "window.to", { from: window.from, to: window.to });
  if (window.to >= addDays(window.from, MAX_WINDOW_DAYS)) {
    return refuse("window-too-long", "window.to", { days: daysBetween(window.from, window.to) + 1, maxDays: MAX_WINDOW_DAYS });
  }
  return null;
}

function refuse(code: QuoteRefusalCode, field: string, params: Record<string, string | number>): QuoteFailure {
  return { ok: false, reason: "bad-input", code, field, params };
}
