import type { QuoteFacts } from "./quote-facts";
import type { Amount, RateMethod } from "./read-amounts";
import type { Quantity } from "./rule-set";

/** About means within one yuan. */
const ABOUT_FEN = 100;
/** A percentage is read in parts of 10^-4 of a percent and quoted in hundredths. */
const PER_HUNDREDTH = 100;

/** Whether a quote bears out a number of a text: to the fen (about: within ¥1), a rate to two decimals. */
export function isBorneOut(quantity: Quantity, amount: Amount, facts: QuoteFacts, method: RateMethod): boolean {
  switch (quantity) {
    case "term":
      return amount.value === facts.term;
    case "per-period":
      return [...facts.paymentsFen, ...(facts.evenPaymentsFen ?? [])].some((payment) => isMoney(amount, payment));
    case "first-payment":
      return [facts.paymentsFen[0]!, ...(facts.evenPaymentsFen?.slice(-1) ?? [])].some((payment) => isMoney(amount, payment));
    case "fee":
      return isMoney(amount, facts.feeFen);
    case "fee-per-period":
      return facts.feesFen.some((fee) => isMoney(amount, fee));
    case "total":
      return isMoney(amount, facts.totalFen);
    case "apr":
      return isRate(amount, method === "compound" ? facts.effectivePercent : facts.nominalPercent);
  }
}

/** What the quote says instead: fen, months, or a percentage. */
export function quotedValue(quantity: Quantity, facts: QuoteFacts, method: RateMethod): number | string {
  switch (quantity) {
    case "term":
      return facts.term;
    case "per-period":
      return Math.max(...facts.paymentsFen);
    case "first-payment":
      return facts.paymentsFen[0]!;
    case "fee":
      return facts.feeFen;
    case "fee-per-period":
      return Math.max(...facts.feesFen);
    case "total":
      return facts.totalFen;
    case "apr":
      return method === "compound" ? facts.effectivePercent : facts.nominalPercent;
  }
}

function isMoney({ kind, value, precision }: Amount, actualFen: number): boolean {
  const written = kind === "money" ? value : Math.round(value * 100);
  if (precision === "exact") return written === actualFen;
  if (precision === "about") return Math.abs(written - actualFen) <= ABOUT_FEN;
  if (precision === "most") return actualFen <= written;
  if (precision === "least") return actualFen >= written;
  const round = Math.max(roundnessOf(written), 2 * ABOUT_FEN);
  return precision === "over" ? actualFen >= written && actualFen < written + round : actualFen <= written && actualFen > written - round;
}

/** 三百多 leaves a hundred open, 三十多 ten. */
function roundnessOf(written: number): number {
  let unit = 1;
  while (written >= unit * 10 && written % (unit * 10) === 0) unit *= 10;
  return unit;
}

function isRate({ value, decimals, precision }: Amount, percent: string): boolean {
  const quoted = hundredthsOf(percent);
  if (quoted === null) return false;
  const written = value / PER_HUNDREDTH;
  if (precision === "exact") return written === quoted;
  const unit = decimals >= 2 ? 1 : decimals === 1 ? 10 : 100;
  if (precision === "about") return Math.abs(written - quoted) <= unit / 2;
  return precision === "under" || precision === "most" ? quoted <= written : quoted >= written;
}

/** "13.75" is 1,375; "<0.01" is no figure that a text could name. */
function hundredthsOf(percent: string): number | null {
  const match = /^(-?)(\d+)\.(\d\d)$/.exec(percent);
  return match ? Number(match[2] + match[3]) * (match[1] ? -1 : 1) : null;
}
