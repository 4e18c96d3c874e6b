import { addDays, addMonths, type CalendarDate } from "@/lib/calendar/calendar-date";
import type { Fen } from "@/lib/money/fen";
import type { Quote, Verdict } from "@/lib/quote/quote-result";
import type { Payer, RateCard } from "@/lib/quote/schema";
import { cardInForce } from "./card-in-force";
import { diffRateCards } from "./diff-rate-cards";
import type { MarketFacts } from "./market-facts";
import { referenceAmount, termFigures } from "./term-figures";

const MONTHS_AHEAD_MAX = 24;

/** The numbers behind a ceiling that a term exceeds; amounts in fen. */
export interface CeilingArithmetic {
  policyCode: string;
  term: number;
  amountFen: Fen;
  feeBps: number;
  feeFen: Fen;
  perPeriodFen: Fen;
  totalPaymentsFen: Fen;
  measure: Verdict["measure"];
  aprPpm: number;
  ceilingPpm: number;
  orderDate: CalendarDate;
}

export type CardProblem = { severity: "refusal" | "warning"; path: string } & (
  | { code: "from-date-too-early"; earliest: CalendarDate }
  | { code: "from-date-too-late"; latest: CalendarDate }
  | { code: "amounts-reversed" }
  | { code: "row-twice"; term: number; payer: Payer }
  | { code: "term-without-consumer-row"; term: number }
  | { code: "nothing-changed"; version: number }
  | { code: "no-quote"; term: number; reason: string }
  | { code: "above-ceiling"; arithmetic: CeilingArithmetic }
  | { code: "fee-zero"; term: number; payer: Payer }
);

/** Everything that speaks against publishing a version, refusals first. The ceilings are those in force on the card's first day. */
export function checkRateCard(candidate: RateCard, facts: MarketFacts, today: CalendarDate): CardProblem[] {
  const shape = [...dateProblems(candidate, facts, today), ...shapeProblems(candidate)];
  // Figures of a card that contradicts itself would mislead.
  const problems = shape.some((problem) => problem.severity === "refusal" && problem.path !== "fromDate") ? shape : [...shape, ...figureProblems(candidate, facts)];
  return problems.sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
}

/**
 * The first day a new version may start: tomorrow, since quotes given today hold until midnight; today where the channel has
 * no card yet.
 */
export function earliestCardStart(facts: Pick<MarketFacts, "rateCards">, channel: string, today: CalendarDate): CalendarDate {
  return cardInForce(facts.rateCards, channel, today) ? addDays(today, 1) : today;
}

function dateProblems({ channel, fromDate }: RateCard, facts: MarketFacts, today: CalendarDate): CardProblem[] {
  const earliest = earliestCardStart(facts, channel, today);
  const latest = addMonths(today, MONTHS_AHEAD_MAX);
  if (fromDate < earliest) return [{ severity: "refusal", path: "fromDate", code: "from-date-too-early", earliest }];
  if (fromDate > latest) return [{ severity: "refusal", path: "fromDate", code: "from-date-too-late", latest }];
  return [];
}

function shapeProblems(card: RateCard): CardProblem[] {
  const problems: CardProblem[] = [];
  if (card.minAmountFen > card.maxAmountFen) problems.push({ severity: "refusal", path: "maxAmountFen", code: "amounts-reversed" });
  const seen = new Set<string>();
  for (const [index, { term, payer, feeBps }] of card.rows.entries()) {
    const path = `rows.${index}`;
    if (seen.has(`${term} ${payer}`)) problems.push({ severity: "refusal", path, code: "row-twice", term, payer });
    seen.add(`${term} ${payer}`);
    if (feeBps === 0) problems.push({ severity: "warning", path, code: "fee-zero", term, payer });
  }
  const terms = new Set(card.rows.map((row) => row.term));
  for (const term of terms) {
    if (!seen.has(`${term} consumer`)) problems.push({ severity: "refusal", path: "rows", code: "term-without-consumer-row", term });
  }
  return problems;
}

function figureProblems(card: RateCard, facts: MarketFacts): CardProblem[] {
  const problems: CardProblem[] = [];
  const replaced = cardInForce(facts.rateCards, card.channel, card.fromDate);
  if (replaced && diffRateCards(replaced, card).length === 0) problems.push({ severity: "refusal", path: "rows", code: "nothing-changed", version: replaced.version });
  for (const { term, feeBps, result } of termFigures(card, facts, card.fromDate, referenceAmount(card))) {
    if (!result) continue;
    const path = `rows.${card.rows.findIndex((row) => row.term === term && row.payer === "consumer")}`;
    if (!result.ok) {
      problems.push({ severity: "refusal", path, code: "no-quote", term, reason: result.reason === "bad-input" ? result.code : result.reason });
      continue;
    }
    const exceeded = exceededCeilings(result.quote, feeBps.consumer ?? 0);
    const refused = exceeded.filter(({ kind }) => kind === "hard");
    // Where a term is refused, that it also touches a warning line says nothing more.
    for (const { kind, ...arithmetic } of refused.length > 0 ? refused : exceeded) problems.push({ severity: kind === "hard" ? "refusal" : "warning", path, code: "above-ceiling", arithmetic });
  }
  return problems;
}

/** The ceilings that a quote exceeds, each with the numbers that show it. */
export function exceededCeilings(quote: Quote, feeBps: number): (CeilingArithmetic & { kind: Verdict["kind"] })[] {
  return quote.verdicts
    .filter((verdict) => verdict.exceeded)
    .map((verdict) => ({
      kind: verdict.kind,
      policyCode: verdict.code,
      term: quote.term,
      amountFen: quote.prices.financedFen,
      feeBps,
      feeFen: quote.fee.totalFen,
      perPeriodFen: quote.perPeriodFen,
      totalPaymentsFen: quote.totalPaymentsFen,
      measure: verdict.measure,
      aprPpm: verdict.aprPpm,
      ceilingPpm: verdict.ceilingPpm,
      orderDate: verdict.onDate,
    }));
}
