import { effectiveRate } from "@/lib/apr/effective-rate";
import { formatPercent, toPpm } from "@/lib/apr/format-percent";
import { nominalRate } from "@/lib/apr/nominal-rate";
import { type CalendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiMidnightAfter } from "@/lib/calendar/shanghai";
import { fen, type Fen } from "@/lib/money/fen";
import { checkQuoteInput } from "@/lib/quote/check-quote-input";
import { disclose } from "@/lib/quote/disclosure";
import { duePlan } from "@/lib/quote/due-plan";
import { ENGINE_VERSION } from "@/lib/quote/engine-version";
import { judgeCeilings } from "@/lib/quote/judge-ceilings";
import { type AprFigure, type Installment, type Quote, type QuoteFailure, type QuoteResult } from "@/lib/quote/quote-result";
import { resolvePrices } from "@/lib/quote/resolve-prices";
import { quoteInputSchema, type QuoteInput } from "@/lib/quote/schema";
import { splitInstallmentFee } from "@/lib/quote/split-installment-fee";
import { worstOrderDate } from "@/lib/quote/worst-order-date";
import { buildSchedule } from "@/lib/schedule/build-schedule";

/**
 * What an installment purchase really costs: schedule to the fen, who bears the fee, both annual rates from the shopper's side, and
 * the verdict of every ceiling in force. Trusts the shape of its input (see quoteOutsideData); what cannot be quoted comes back named.
 * Received on the order day: the cash price less what is paid at once, up-front fee and add-ons. Paid: every installment.
 */
export function quote(input: QuoteInput): QuoteResult {
  const { term, orderDate, rateCard } = input;
  const prices = resolvePrices(input.prices);
  const refusal = checkQuoteInput(input, prices);
  if (refusal) return refusal;

  const fee = splitInstallmentFee(prices.financedFen, term, input.funding, rateCard.rows);
  const parts = buildSchedule(prices.financedFen, fee.consumerFen, term, rateCard.roundingRule);
  const payments = parts.map((part) => part.paymentFen);
  const { dates, days } = duePlan(orderDate, rateCard.billingDay, rateCard.dueDay, term);

  const paidAtOnceFen = fen(prices.installmentPriceFen - prices.financedFen);
  const received = prices.cashPriceFen - paidAtOnceFen - prices.upfrontFeeFen - prices.addOnsFen;
  const isPaidBackAtOnce = prices.upfrontFeeFen + prices.addOnsFen >= prices.financedFen;
  if (received <= 0 || isPaidBackAtOnce) return { ok: false, reason: "no-root" };
  const nominal = nominalRate(received, payments);
  const effective = effectiveRate(received, payments, days, nominal > 0 ? nominal : 0);
  if (!Number.isFinite(nominal) || !Number.isFinite(effective)) return { ok: false, reason: "not-finite" };

  const totalPaymentsFen = fen(
    paidAtOnceFen + prices.upfrontFeeFen + prices.addOnsFen + prices.financedFen + fee.consumerFen,
  );
  const worst = input.window && worstOrderDate(input.window, rateCard, term, received, payments);
  if (worst && !Number.isFinite(worst.rate)) return { ok: false, reason: "not-finite" };
  const verdicts = judgeCeilings(input, { received, payments, nominal, effective: worst ?? { rate: effective, onDate: orderDate, days } });
  if ("reason" in verdicts) return verdicts;

  const nominalApr = figure("nominal", nominal, orderDate);
  const effectiveApr = figure("effective", effective, orderDate);
  const result: Quote = {
    engineVersion: ENGINE_VERSION,
    orderDate,
    validUntil: shanghaiMidnightAfter(orderDate),
    term,
    prices,
    paidAtOnceFen,
    fee,
    installments: numbered(parts, dates),
    perPeriodFen: largest(payments),
    totalPaymentsFen,
    extraCostFen: fen(totalPaymentsFen - prices.cashPriceFen),
    nominalApr,
    effectiveApr,
    interestFree: totalPaymentsFen <= prices.cashPriceFen,
    verdicts,
    allowed: !verdicts.some((verdict) => verdict.exceeded && verdict.kind === "hard"),
    disclosure: disclose({ prices, fee, parts, rateCard, nominalApr, effectiveApr }),
  };
  if (worst) result.worstEffectiveApr = figure("effective", worst.rate, worst.onDate);
  return { ok: true, quote: result };
}

/** Reads a quote input that comes from outside, then quotes it; the first field that is wrong is named. */
export function quoteOutsideData(data: unknown): QuoteResult {
  const parsed = parseQuoteInput(data);
  return parsed.ok ? quote(parsed.input) : parsed;
}

export function parseQuoteInput(data: unknown): { ok: true; input: QuoteInput } | QuoteFailure {
  const parsed = quoteInputSchema.safeParse(data);
  if (parsed.success) return { ok: true, input: parsed.data };
  const issue = parsed.error.issues[0];
  const unknownKey = issue.code === "unrecognized_keys" ? [issue.keys[0]] : [];
  const field = [...issue.path, ...unknownKey].map(String).join(".");
  return { ok: false, reason: "bad-input", code: "invalid-field", field, params: { problem: issue.code } };
}

function numbered(parts: readonly Omit<Installment, "number" | "dueOn">[], dates: readonly CalendarDate[]): Installment[] {
  const installments = new Array<Installment>(parts.length);
  for (let index = 0; index < parts.length; index++) {
    const { principalFen, feeFen, paymentFen } = parts[index];
    installments[index] = { number: index + 1, dueOn: dates[index], principalFen, feeFen, paymentFen };
  }
  return installments;
}

function largest(payments: readonly Fen[]): Fen {
  let largestPayment = payments[0];
  for (const payment of payments) if (payment > largestPayment) largestPayment = payment;
  return largestPayment;
}

function figure<Method extends "nominal" | "effective">(method: Method, rate: number, onDate: CalendarDate): AprFigure<Method> {
  return { ppm: toPpm(rate), percent: formatPercent(rate), method, onDate };
}
