import type { CalendarDate } from "@/lib/calendar/calendar-date";
import type { Fen } from "@/lib/money/fen";
import type { Disclosure } from "@/lib/quote/disclosure";

export const QUOTE_REFUSAL_CODES = [
  "invalid-field",
  "price-not-positive",
  "financed-not-positive",
  "financed-exceeds-price",
  "amount-below-card",
  "amount-above-card",
  "card-not-in-force",
  "term-not-on-card",
  "funding-not-on-card",
  "funding-not-allowed",
  "window-reversed",
  "window-too-long",
  "lpr-rate-missing",
] as const;

export type QuoteRefusalCode = (typeof QUOTE_REFUSAL_CODES)[number];

export type QuoteFailure =
  | {
      ok: false;
      reason: "bad-input";
      code: QuoteRefusalCode;
      /** Dotted path of the field to correct, such as "prices.financedFen". */
      field: string;
      params: Record<string, string | number>;
    }
  | { ok: false; reason: "no-root" | "several-roots" | "not-finite" };

export type QuoteResult = { ok: true; quote: Quote } | QuoteFailure;

export type AprFigure<Method extends "nominal" | "effective"> = {
  /** Parts per million a year: 137,500 is 13.75 %. */
  ppm: number;
  /** Two decimals, half to even; "<0.01" where positive and smaller, ">-0.01" where negative and smaller. */
  percent: string;
  method: Method;
  /** The order date the figure is for. */
  onDate: CalendarDate;
};

export type Installment = {
  number: number;
  dueOn: CalendarDate;
  principalFen: Fen;
  feeFen: Fen;
  paymentFen: Fen;
};

export type ResolvedPrices = {
  cashPriceFen: Fen;
  installmentPriceFen: Fen;
  financedFen: Fen;
  upfrontFeeFen: Fen;
  addOnsFen: Fen;
};

export type FeeSplit = { totalFen: Fen; consumerFen: Fen; merchantFen: Fen; platformFen: Fen };

export type Verdict = {
  policyId: string;
  code: string;
  kind: "hard" | "watch";
  measure: "nominal" | "effective";
  ceilingPpm: number;
  aprPpm: number;
  /** The order date judged: the worst of the window for an effective ceiling, else the quote's own. */
  onDate: CalendarDate;
  exceeded: boolean;
};

export type Quote = {
  engineVersion: string;
  orderDate: CalendarDate;
  /** The Shanghai midnight that ends the order date, ISO 8601 in UTC. */
  validUntil: string;
  term: number;
  prices: ResolvedPrices;
  /** The part of the installment price that is not financed; fees and add-ons paid on the day stand in prices. */
  paidAtOnceFen: Fen;
  fee: FeeSplit;
  installments: Installment[];
  /** The largest installment. */
  perPeriodFen: Fen;
  /** Everything the shopper pays: at once, fees and add-ons, and every installment. */
  totalPaymentsFen: Fen;
  /** Total payments less the cash price; negative where installments are cheaper than paying now. */
  extraCostFen: Fen;
  nominalApr: AprFigure<"nominal">;
  effectiveApr: AprFigure<"effective">;
  /** Only where the input names a window: the highest effective rate over its order dates. */
  worstEffectiveApr?: AprFigure<"effective">;
  interestFree: boolean;
  verdicts: Verdict[];
  /** No hard ceiling is exceeded. */
  allowed: boolean;
  disclosure: Disclosure;
};
