import type { Fen } from "@/lib/money/fen";
import { explainCeiling, explainExtraCost } from "@/lib/quote/explain-refusal";
import type { Policy } from "@/lib/quote/schema";
import { budgetStanding } from "./budget";
import { ceilingParams, type Findings } from "./check-offer-terms";
import type { JudgedSku } from "./judge-sku";
import type { Finding, RefusalCode, WarningCode } from "./offer-finding";
import type { OfferContent } from "./schema";

interface ProductsToCheck {
  content: OfferContent;
  judged: readonly JudgedSku[];
  orderFees: { cheapestFen: Fen; costliestFen: Fen } | null;
  usedFen: Fen;
  isSample: boolean;
  policies: readonly Policy[];
  /** what is wrong with the terms as such is not told again product by product */
  alreadyRefused: readonly Finding[];
}

/**
 * What is wrong with an offer because of what it targets. Products that were picked by hand must all bear the words and the
 * ceilings out; of a wider target at least one must, and the others are only named, since they simply get no label.
 */
export function checkProducts({ content, judged, orderFees, usedFen, isSample, policies, alreadyRefused }: ProductsToCheck): Findings {
  const refusals: Finding<RefusalCode>[] = [];
  const warnings: Finding<WarningCode>[] = [];
  const isTold = (code: RefusalCode) => alreadyRefused.some((refusal) => refusal.code === code);
  const isPicked = content.target.kind === "products";

  if (judged.length === 0) {
    if (content.target.kind === "all") warnings.push({ code: "no-products-yet", field: "target", params: {}, lines: [] });
    else refusals.push({ code: "no-products", field: "target", params: {}, lines: [] });
  } else if (judged.every(({ misses }) => misses.flatMap(({ placements }) => placements).length === content.placements.length)) {
    warnings.push({ code: "no-labels", field: "target", params: {}, lines: [] });
  }
  if (isSample) warnings.push({ code: "products-sampled", field: "target", params: { count: judged.length }, lines: [] });

  const above = judged.flatMap(({ sku, outcomes }) => outcomes.flatMap(({ term, aboveHard }) => (aboveHard ? [{ sku, term, case: aboveHard }] : [])));
  if (above.length > 0 && !isTold("above-ceiling")) {
    const worst = above.reduce((a, b) => (b.case.verdict.aprPpm > a.case.verdict.aprPpm ? b : a));
    const count = new Set(above.map(({ sku }) => sku.skuId)).size;
    const finding = { field: "target" as const, params: { ...ceilingParams(worst.term, worst.case, policies), count, title: worst.sku.title, cashPriceFen: worst.case.quote.prices.cashPriceFen, totalPaymentsFen: worst.case.quote.totalPaymentsFen }, lines: explainCeiling(worst.case.quote, worst.case.verdict.policyId) };
    const isHopeless = judged.every(({ outcomes }) => outcomes.every(({ evaluation, aboveHard }) => aboveHard !== null || !evaluation.ok));
    if (isPicked || isHopeless) refusals.push({ code: "product-above-ceiling", ...finding });
    else warnings.push({ code: "some-above-ceiling", ...finding });
  }

  const untrue = judged.flatMap(({ sku, outcomes }) => outcomes.flatMap(({ term, evaluation, words }) => (evaluation.ok && [...words.values()].some((label) => !label.ok && label.reason === "not-interest-free") ? [{ sku, term, quote: evaluation.quote }] : [])));
  if (untrue.length > 0 && !isTold("not-interest-free")) {
    const [worst] = untrue.sort((a, b) => b.quote.extraCostFen - a.quote.extraCostFen);
    const count = new Set(untrue.map(({ sku }) => sku.skuId)).size;
    const { quote, sku, term } = worst!;
    const finding = { field: "target" as const, params: { term, count, title: sku.title, cashPriceFen: quote.prices.cashPriceFen, totalPaymentsFen: quote.totalPaymentsFen }, lines: explainExtraCost(quote) };
    const isHopeless = judged.every(({ outcomes }) => outcomes.every(({ evaluation }) => !evaluation.ok || !evaluation.quote.interestFree));
    if (isPicked || isHopeless) refusals.push({ code: "product-not-interest-free", ...finding });
    else warnings.push({ code: "some-not-interest-free", ...finding });
  }

  // Words are judged at every price in the target: what does not fit is refused here, never cut later.
  const tooLong = judged.flatMap(({ sku, outcomes }) => outcomes.flatMap(({ words }) => [...words].flatMap(([placement, label]) => (!label.ok && label.reason === "words-too-long" ? [{ sku, placement, params: label.params }] : []))));
  for (const placement of content.placements) {
    const here = tooLong.filter((one) => one.placement === placement);
    const [worst] = here.sort((a, b) => Number(b.params.width) - Number(a.params.width));
    if (worst) refusals.push({ code: "words-too-long", field: "templates", params: { placement, count: new Set(here.map(({ sku }) => sku.skuId)).size, title: worst.sku.title, ...worst.params }, lines: [] });
  }

  const { remainingFen } = budgetStanding(content, usedFen);
  if (orderFees && remainingFen !== null) {
    const lines = (fee: Fen): Finding["lines"] => [{ code: "merchant-fee", fen: fee }, { code: "budget-left", fen: remainingFen }];
    if (remainingFen < orderFees.cheapestFen) refusals.push({ code: "budget-below-one-order", field: "budgetFen", params: { neededFen: orderFees.cheapestFen, remainingFen }, lines: lines(orderFees.cheapestFen) });
    else if (remainingFen < orderFees.costliestFen) warnings.push({ code: "budget-below-costliest", field: "budgetFen", params: { neededFen: orderFees.costliestFen, remainingFen }, lines: lines(orderFees.costliestFen) });
  } else if (orderFees) warnings.push({ code: "budget-without-limit", field: "budgetFen", params: {}, lines: [] });

  const losing = judged.filter(({ sku, outcomes }) => outcomes.some(({ evaluation }) => evaluation.ok && sku.costPriceFen !== null && sku.installmentPriceFen - sku.costPriceFen - evaluation.quote.fee.merchantFen < 0));
  if (losing.length > 0) warnings.push({ code: "margin-negative", field: "target", params: { count: losing.length, title: losing[0]!.sku.title }, lines: [] });
  return { refusals, warnings };
}
