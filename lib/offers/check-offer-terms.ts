import { countDays } from "./order-dates";
import type { LabelTemplate } from "@/lib/label-text/template";
import { fen, type Fen } from "@/lib/money/fen";
import { explainCeiling, explainExtraCost } from "@/lib/quote/explain-refusal";
import type { DateWindow, Policy, RateCard } from "@/lib/quote/schema";
import type { Finding, RefusalCode, WarningCode } from "./offer-finding";
import type { CeilingCase, PriceOutcomes } from "./price-outcomes";
import { WINDOW_DAYS_MAX, type OfferContent } from "./schema";

const REFERENCE_PRICE_FEN = 100_000;

export interface Findings {
  refusals: Finding<RefusalCode>[];
  warnings: Finding<WarningCode>[];
}

interface TermsToCheck {
  content: OfferContent;
  dates: DateWindow;
  now: Date;
  card: RateCard | null;
  templates: ReadonlyMap<string, LabelTemplate>;
  outcomesAt: PriceOutcomes;
  policies: readonly Policy[];
}

/** What is wrong with an offer whatever the shop sells: judged on one reference price that is the same in cash and in installments. */
export function checkOfferTerms({ content, dates, now, card, templates, outcomesAt, policies }: TermsToCheck): Findings {
  const refusals: Finding<RefusalCode>[] = [];
  const warnings: Finding<WarningCode>[] = [];
  const refuse = (code: RefusalCode, field: Finding["field"], params: Finding["params"] = {}, lines: Finding["lines"] = []) => refusals.push({ code, field, params, lines });

  const from = Date.parse(content.window.from);
  const to = Date.parse(content.window.to);
  if (to <= from) refuse("window-reversed", "window");
  else if (to <= now.getTime()) refuse("window-ended", "window", { to: content.window.to });
  else if (countDays(content.window) > WINDOW_DAYS_MAX) refuse("window-too-long", "window", { limit: WINDOW_DAYS_MAX });
  if (content.minAmountFen > content.maxAmountFen) refuse("range-reversed", "maxAmountFen");

  for (const placement of content.placements) {
    const code = content.templates[placement];
    const template = code === undefined ? undefined : templates.get(code);
    if (code === undefined) refuse("template-missing", "templates", { placement });
    else if (!template) refuse("template-not-in-force", "templates", { placement, template: code });
    else if (!template.placements.includes(placement)) refuse("template-wrong-placement", "templates", { placement, template: code });
  }

  if (!card) {
    refuse("no-card-in-force", "channel", { channel: content.channel, date: dates.from });
    return { refusals, warnings };
  }
  const range = { cardMinFen: card.minAmountFen, cardMaxFen: card.maxAmountFen };
  if (content.maxAmountFen < card.minAmountFen || content.minAmountFen > card.maxAmountFen) refuse("range-outside-card", "minAmountFen", range);
  else if (content.minAmountFen < card.minAmountFen || content.maxAmountFen > card.maxAmountFen) warnings.push({ code: "range-wider-than-card", field: "maxAmountFen", params: range, lines: [] });

  const reference = referencePrice(content, card);
  const claimsZeroInterest = content.placements.some((placement) => templates.get(content.templates[placement] ?? "")?.kind === "zero-interest");
  let isFundingTold = false;
  for (const { term, evaluation, aboveHard, aboveWatch } of outcomesAt({ cashPriceFen: reference, installmentPriceFen: reference })) {
    if (aboveHard) refuse("above-ceiling", "terms", ceilingParams(term, aboveHard, policies), explainCeiling(aboveHard.quote, aboveHard.verdict.policyId));
    else if (!evaluation.ok && evaluation.loss === "term-not-on-card") refuse("term-not-on-card", "terms", { term, terms: [...new Set(card.rows.map((row) => row.term))].join(", ") });
    else if (!evaluation.ok && evaluation.loss === "funding-not-allowed" && !isFundingTold) {
      isFundingTold = true;
      refuse("funding-not-allowed", "funding", { term, shares: card.fundingShares });
    }
    if (!evaluation.ok) continue;
    if (claimsZeroInterest && !evaluation.quote.interestFree) refuse("not-interest-free", "templates", { term }, explainExtraCost(evaluation.quote));
    if (aboveWatch) warnings.push({ code: "watch-ceiling", field: "terms", params: ceilingParams(term, aboveWatch, policies), lines: explainCeiling(aboveWatch.quote, aboveWatch.verdict.policyId) });
  }
  return { refusals, warnings };
}

/** ¥1,000.00, or the nearest amount that the offer and its card take. */
export function referencePrice(content: OfferContent, card: RateCard | null): Fen {
  const least = Math.max(content.minAmountFen, card?.minAmountFen ?? 1, 1);
  const most = Math.min(content.maxAmountFen, card?.maxAmountFen ?? content.maxAmountFen);
  return fen(Math.max(least, Math.min(most, REFERENCE_PRICE_FEN)));
}

export function ceilingParams(term: number, { verdict }: CeilingCase, policies: readonly Policy[]): Finding["params"] {
  const policy = policies.find(({ id }) => id === verdict.policyId);
  return {
    term,
    policyZh: policy?.nameZh ?? verdict.code,
    policyEn: policy?.nameEn ?? verdict.code,
    aprPpm: verdict.aprPpm,
    ceilingPpm: verdict.ceilingPpm,
    measure: verdict.measure,
    date: verdict.onDate,
  };
}
