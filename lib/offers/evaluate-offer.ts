import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { fen, MAX_FEN, type Fen } from "@/lib/money/fen";
import { quote } from "@/lib/quote/quote";
import type { Quote, QuoteFailure } from "@/lib/quote/quote-result";
import type { DateWindow, QuoteInput, RateCard } from "@/lib/quote/schema";
import { cardInForce } from "@/lib/rate-cards/card-in-force";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import type { Loss, LossParams } from "./loss";
import type { OfferContent, Target } from "./schema";

/** What an offer asks of one SKU; prices in fen. */
export interface SkuFacts {
  productId: string;
  skuId: string;
  category: string;
  contentTags: readonly string[];
  cashPriceFen: Fen;
  installmentPriceFen: Fen;
  costPriceFen: Fen | null;
  inStock: boolean;
}

export interface EvaluateOfferInput {
  sku: SkuFacts;
  content: OfferContent;
  term: number;
  market: MarketFacts;
  orderDate: CalendarDate;
  /** replaces the cash price; the installment price keeps its difference from it */
  amount?: Fen;
  /** also search the worst order date of these days; ceilings are then judged on it */
  window?: DateWindow;
}

export type Evaluation =
  | { ok: true; quote: Quote; input: QuoteInput; card: RateCard }
  | {
      ok: false;
      loss: Loss;
      params?: LossParams;
      /** there where the numbers exist although the offer loses: the arithmetic of an exceeded ceiling */
      quote?: Quote;
    };

/**
 * One SKU under one offer and term on one order date: the quote, or the first reason why there is none. State, window, budget
 * and words are judged elsewhere (offer-state, budget, evaluate-placement). Range checks use the installment price.
 */
export function evaluateOffer({ sku, content, term, market, orderDate, amount, window }: EvaluateOfferInput): Evaluation {
  if (!targets(content.target, sku)) return { ok: false, loss: "not-targeted" };
  if (!sku.inStock) return { ok: false, loss: "out-of-stock" };

  const cashPriceFen = amount ?? sku.cashPriceFen;
  const installmentPrice = cashPriceFen + (sku.installmentPriceFen - sku.cashPriceFen);
  if (cashPriceFen <= 0 || installmentPrice <= 0 || installmentPrice > MAX_FEN) return { ok: false, loss: "quote-failed", params: { code: "price-not-positive" } };
  const installmentPriceFen = fen(installmentPrice);
  if (installmentPriceFen < content.minAmountFen) return { ok: false, loss: "amount-below-offer", params: { amountFen: installmentPriceFen, limitFen: content.minAmountFen } };
  if (installmentPriceFen > content.maxAmountFen) return { ok: false, loss: "amount-above-offer", params: { amountFen: installmentPriceFen, limitFen: content.maxAmountFen } };

  const card = cardInForce(market.rateCards, content.channel, orderDate);
  if (!card) return { ok: false, loss: "no-card-in-force", params: { channel: content.channel, date: orderDate } };
  const input: QuoteInput = {
    prices: { cashPriceFen, installmentPriceFen },
    term,
    orderDate,
    funding: content.funding,
    rateCard: card,
    policies: market.policies,
    lprRates: market.lprRates,
    ...(window && { window }),
  };
  const result = quote(input);
  if (!result.ok) return lossOfFailure(result);
  if (!result.quote.allowed) return { ok: false, loss: "above-ceiling", params: ceilingParams(result.quote), quote: result.quote };
  return { ok: true, quote: result.quote, input, card };
}

export function targets(target: Target, sku: Pick<SkuFacts, "productId" | "category" | "contentTags">): boolean {
  switch (target.kind) {
    case "all":
      return true;
    case "categories":
      return target.categories.includes(sku.category);
    case "tags":
      return target.tags.some((tag) => sku.contentTags.includes(tag));
    case "products":
      return target.productIds.includes(sku.productId);
  }
}

function lossOfFailure(failure: QuoteFailure): Evaluation {
  if (failure.reason !== "bad-input") return { ok: false, loss: "quote-failed", params: { code: failure.reason } };
  switch (failure.code) {
    case "amount-below-card":
    case "amount-above-card":
      return { ok: false, loss: failure.code, params: { amountFen: failure.params.financedFen ?? 0, limitFen: failure.params.minAmountFen ?? failure.params.maxAmountFen ?? 0 } };
    case "term-not-on-card":
      return { ok: false, loss: "term-not-on-card", params: failure.params };
    case "funding-not-on-card":
    case "funding-not-allowed":
      return { ok: false, loss: "funding-not-allowed", params: { ...failure.params, code: failure.code } };
    case "card-not-in-force":
      return { ok: false, loss: "no-card-in-force", params: failure.params };
    default:
      return { ok: false, loss: "quote-failed", params: { ...failure.params, code: failure.code } };
  }
}

function ceilingParams({ verdicts, term, prices, totalPaymentsFen, extraCostFen }: Quote): LossParams {
  const broken = verdicts.find((verdict) => verdict.kind === "hard" && verdict.exceeded);
  return broken ? { policyCode: broken.code, ceilingPpm: broken.ceilingPpm, aprPpm: broken.aprPpm, measure: broken.measure, date: broken.onDate, term, cashPriceFen: prices.cashPriceFen, totalPaymentsFen, extraCostFen } : { term };
}
