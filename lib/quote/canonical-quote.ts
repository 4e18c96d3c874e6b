import canonicalize from "canonicalize";
import type { DisclosedCost, Disclosure } from "@/lib/quote/disclosure";
import type { AprFigure, FeeSplit, Installment, Quote, ResolvedPrices, Verdict } from "@/lib/quote/quote-result";
import { resolveQuoteInput } from "@/lib/quote/resolve-quote-input";
import type { QuoteInput } from "@/lib/quote/schema";

/** Text in pieces: what changes from quote to quote as strings, the facts it leans on as the bytes of their UTF-8, made once. */
export type CanonicalPieces = readonly (string | Uint8Array)[];

/**
 * The RFC 8785 JSON of engine version, input with the whole card and policy rows, and result: what a fingerprint is taken of. The same
 * text that `canonicalize` gives, written out key by key in their order, since every label asks for it; cards, policies and prime rates are
 * facts that never change, so their bytes are kept with the object.
 */
export function canonicalQuote(input: QuoteInput, result: Quote): CanonicalPieces {
  const { funding, orderDate, term, window } = input;
  const windowText = window ? `,"window":{"from":"${window.from}","to":"${window.to}"}` : "";
  const { before, lender, behind } = resultPieces(result);
  return [
    `{"engineVersion":${JSON.stringify(result.engineVersion)},"input":{"funding":{"consumerBps":${funding.consumerBps},"merchantBps":${funding.merchantBps},"platformBps":${funding.platformBps}},"lprRates":`,
    factOf(input, "lprRates"),
    `,"orderDate":"${orderDate}","policies":`,
    factOf(input, "policies"),
    // The prices of the result are the input's with the defaults filled in.
    `,"prices":${pricesText(result.prices)},"rateCard":`,
    factOf(input, "rateCard"),
    `,"term":${term}${windowText}},"result":${before}`,
    lender,
    `${behind}}`,
  ];
}

function resultPieces(quote: Quote): { before: string; lender: Uint8Array; behind: string } {
  const { disclosure, worstEffectiveApr } = quote;
  const { lender, overdue } = disclosure;
  const worst = worstEffectiveApr === undefined ? "" : `,"worstEffectiveApr":${aprText(worstEffectiveApr)}`;
  return {
    before:
      `{"allowed":${quote.allowed},"disclosure":{"borneByMerchantFen":${disclosure.borneByMerchantFen},"borneByPlatformFen":${disclosure.borneByPlatformFen},"costs":[${listText(disclosure.costs, costText)}],` +
      `"earlyPayoffRule":"${disclosure.earlyPayoffRule}","effectivePercent":"${disclosure.effectivePercent}","feeRefundRule":"${disclosure.feeRefundRule}","lender":`,
    lender: lenderOf(lender),
    behind:
      `,"nominalPercent":"${disclosure.nominalPercent}","nothingElseCharged":${disclosure.nothingElseCharged},"overdue":{"dailyPercent":"${overdue.dailyPercent}","dailyRatePpm":${overdue.dailyRatePpm}},` +
      `"principalFen":${disclosure.principalFen},"totalCostFen":${disclosure.totalCostFen}},"effectiveApr":${aprText(quote.effectiveApr)},"engineVersion":${JSON.stringify(quote.engineVersion)},` +
      `"extraCostFen":${quote.extraCostFen},"fee":${feeText(quote.fee)},"installments":[${listText(quote.installments, installmentText)}],"interestFree":${quote.interestFree},` +
      `"nominalApr":${aprText(quote.nominalApr)},"orderDate":"${quote.orderDate}","paidAtOnceFen":${quote.paidAtOnceFen},"perPeriodFen":${quote.perPeriodFen},"prices":${pricesText(quote.prices)},` +
      `"term":${quote.term},"totalPaymentsFen":${quote.totalPaymentsFen},"validUntil":"${quote.validUntil}","verdicts":[${listText(quote.verdicts, verdictText)}]${worst}}`,
  };
}

const costText = (cost: DisclosedCost): string =>
  `{"amountFen":${cost.amountFen},"annualizedPercent":"${cost.annualizedPercent}","annualizedPpm":${cost.annualizedPpm},"charged":"${cost.charged}","chargedBy":"${cost.chargedBy}","item":"${cost.item}"}`;
const aprText = ({ method, onDate, percent, ppm }: AprFigure<"nominal" | "effective">): string => `{"method":"${method}","onDate":"${onDate}","percent":"${percent}","ppm":${ppm}}`;
const feeText = ({ consumerFen, merchantFen, platformFen, totalFen }: FeeSplit): string =>
  `{"consumerFen":${consumerFen},"merchantFen":${merchantFen},"platformFen":${platformFen},"totalFen":${totalFen}}`;
const installmentText = ({ dueOn, feeFen, number, paymentFen, principalFen }: Installment): string =>
  `{"dueOn":"${dueOn}","feeFen":${feeFen},"number":${number},"paymentFen":${paymentFen},"principalFen":${principalFen}}`;
const pricesText = ({ addOnsFen, cashPriceFen, financedFen, installmentPriceFen, upfrontFeeFen }: ResolvedPrices): string =>
  `{"addOnsFen":${addOnsFen},"cashPriceFen":${cashPriceFen},"financedFen":${financedFen},"installmentPriceFen":${installmentPriceFen},"upfrontFeeFen":${upfrontFeeFen}}`;
const verdictText = (verdict: Verdict): string =>
  `{"aprPpm":${verdict.aprPpm},"ceilingPpm":${verdict.ceilingPpm},"code":${JSON.stringify(verdict.code)},"exceeded":${verdict.exceeded},"kind":"${verdict.kind}","measure":"${verdict.measure}","onDate":"${verdict.onDate}","policyId":${JSON.stringify(verdict.policyId)}}`;

function listText<T>(items: readonly T[], textOf: (item: T) => string): string {
  let text = "";
  for (let index = 0; index < items.length; index++) text += index === 0 ? textOf(items[index]!) : `,${textOf(items[index]!)}`;
  return text;
}

const encoder = new TextEncoder();
const bytesOfFact = new WeakMap<object, Uint8Array>();

function factOf(input: QuoteInput, fact: "rateCard" | "policies" | "lprRates"): Uint8Array {
  const known = bytesOfFact.get(input[fact]);
  if (known !== undefined) return known;
  const text = canonicalize(resolveQuoteInput(input)[fact]);
  if (text === undefined) throw new TypeError("A fact is always an object");
  const bytes = encoder.encode(text);
  bytesOfFact.set(input[fact], bytes);
  return bytes;
}

const LENDERS_KEPT = 64;
const bytesOfLender = new Map<string, Uint8Array>();

function lenderOf({ name, shortName, type }: Disclosure["lender"]): Uint8Array {
  const text = `{"name":${JSON.stringify(name)},"shortName":${JSON.stringify(shortName)},"type":"${type}"}`;
  const known = bytesOfLender.get(text);
  if (known !== undefined) return known;
  const bytes = encoder.encode(text);
  if (bytesOfLender.size >= LENDERS_KEPT) bytesOfLender.clear();
  bytesOfLender.set(text, bytes);
  return bytes;
}
