import { formatPercent } from "@/lib/apr/format-percent";
import { nominalRate } from "@/lib/apr/nominal-rate";
import { fen } from "@/lib/money/fen";
import { buildSchedule } from "@/lib/schedule/build-schedule";
import type { Quote } from "@/lib/quote/quote-result";

/** What a text's numbers are compared with: one amount, one term. Money in fen, rates as percent with two decimals. */
export interface QuoteFacts {
  term: number;
  amountFen: number;
  feeFen: number;
  totalFen: number;
  /** In order; the first may hold the remainders. */
  paymentsFen: readonly number[];
  feesFen: readonly number[];
  /** Of bare figures, which name no channel: what a payment is where price and fee are split as one sum. */
  evenPaymentsFen?: readonly number[];
  nominalPercent: string;
  effectivePercent: string;
  interestFree: boolean;
}

export interface OfferFigures {
  /** The installment price. */
  amountFen: number;
  term: number;
  consumerFeeTotalFen: number;
  /** How much less a buyer pays who pays in full now. */
  cashDiscountFen?: number;
}

/**
 * The facts of bare offer figures: schedule of the channel's rounding (remainders first), nominal rate 12 × monthly IRR of what
 * paying in full now would have cost, effective (1 + IRR)^12 − 1 for equal months, since no order date is given.
 */
export function factsOfOffer({ amountFen, term, consumerFeeTotalFen, cashDiscountFen = 0 }: OfferFigures): QuoteFacts {
  const parts = buildSchedule(fen(amountFen), fen(consumerFeeTotalFen), term, "douyin-monthly-pay");
  const paymentsFen = parts.map(({ paymentFen }) => paymentFen);
  const nominal = nominalRate(amountFen - cashDiscountFen, paymentsFen);
  const effective = Math.expm1(12 * Math.log1p(nominal / 12));
  return {
    term,
    amountFen,
    feeFen: consumerFeeTotalFen,
    totalFen: amountFen + consumerFeeTotalFen,
    paymentsFen,
    feesFen: parts.map(({ feeFen }) => feeFen),
    evenPaymentsFen: evenPayments(amountFen + consumerFeeTotalFen, term),
    nominalPercent: formatPercent(nominal),
    effectivePercent: formatPercent(effective),
    interestFree: consumerFeeTotalFen === 0 && cashDiscountFen === 0,
  };
}

/** The payment that recurs, rounded either way, and the first with the remainder. */
function evenPayments(totalFen: number, term: number): number[] {
  const remainder = totalFen % term;
  const each = (totalFen - remainder) / term;
  return remainder === 0 ? [each] : [each, each + 1, each + remainder];
}

type QuoteFigures = Pick<Quote, "term" | "interestFree" | "totalPaymentsFen"> & {
  prices: Pick<Quote["prices"], "installmentPriceFen" | "upfrontFeeFen">;
  fee: Pick<Quote["fee"], "consumerFen">;
  installments: readonly Pick<Quote["installments"][number], "paymentFen" | "feeFen">[];
  nominalApr: { percent: string };
  effectiveApr: { percent: string };
};

/** The facts of a quote of the engine. */
export function factsOfQuote(quote: QuoteFigures): QuoteFacts {
  return {
    term: quote.term,
    amountFen: quote.prices.installmentPriceFen,
    feeFen: quote.fee.consumerFen + quote.prices.upfrontFeeFen,
    totalFen: quote.totalPaymentsFen,
    paymentsFen: quote.installments.map(({ paymentFen }) => paymentFen),
    feesFen: quote.installments.map(({ feeFen }) => feeFen),
    nominalPercent: quote.nominalApr.percent,
    effectivePercent: quote.effectiveApr.percent,
    interestFree: quote.interestFree,
  };
}
