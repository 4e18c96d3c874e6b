import { type Fen } from "@/lib/money/fen";
import { type Quote } from "@/lib/quote/quote-result";

export type ArithmeticLine =
  | { code: "cash-price" | "installment-price" | "installment-fee" | "upfront-fee" | "add-ons" | "total-payments" | "extra-cost"; fen: Fen }
  | { code: "apr" | "ceiling"; ppm: number };

/** The sum behind "not interest-free": what the shopper pays in all, against the cash price. */
export function explainExtraCost(quote: Quote): ArithmeticLine[] {
  const { prices, fee } = quote;
  const lines: ArithmeticLine[] = [{ code: "installment-price", fen: prices.installmentPriceFen }];
  if (fee.consumerFen > 0) lines.push({ code: "installment-fee", fen: fee.consumerFen });
  if (prices.upfrontFeeFen > 0) lines.push({ code: "upfront-fee", fen: prices.upfrontFeeFen });
  if (prices.addOnsFen > 0) lines.push({ code: "add-ons", fen: prices.addOnsFen });
  return [
    ...lines,
    { code: "total-payments", fen: quote.totalPaymentsFen },
    { code: "cash-price", fen: prices.cashPriceFen },
    { code: "extra-cost", fen: quote.extraCostFen },
  ];
}

/** The sum behind "above the ceiling", for one policy the quote was judged by. */
export function explainCeiling(quote: Quote, policyId: string): ArithmeticLine[] {
  const verdict = quote.verdicts.find((candidate) => candidate.policyId === policyId);
  if (!verdict) throw new RangeError(`The quote was not judged by policy ${policyId}`);
  return [...explainExtraCost(quote), { code: "apr", ppm: verdict.aprPpm }, { code: "ceiling", ppm: verdict.ceilingPpm }];
}
