import { formatFen } from "@/lib/money/fen";
import type { Quote } from "@/lib/quote/quote-result";
import type { Funding, RateCard } from "@/lib/quote/schema";
import { formatWidth, widthInHalves } from "./east-asian-width";
import { payerWords } from "./payer-words";
import { LABEL_WIDTHS, type LabelPlacement } from "./placement";
import { faultOfTemplate, namesAmount, type LabelTemplate, type TemplateFault, type TemplateParameter } from "./template";

export interface LabelFacts {
  quote: Pick<Quote, "term" | "perPeriodFen" | "nominalApr" | "interestFree">;
  card: Pick<RateCard, "lenderShortName">;
  placement: LabelPlacement;
  funding: Funding;
}

export type RenderedLabel =
  | { ok: true; mainLine: string; subLine: string; namesAmount: boolean }
  | { ok: false; reason: "template-faulty"; params: { fault: TemplateFault } }
  | { ok: false; reason: "template-not-in-force"; params: { code: string; placement: LabelPlacement } }
  | { ok: false; reason: "not-interest-free" }
  | { ok: false; reason: "words-too-long"; params: { line: "main" | "sub"; width: string; limit: number; words: string } };

/**
 * The two lines of a label. Words that do not fit are refused, never cut; a shorter true wording of the payer is tried first.
 * {apr} is the nominal rate, which is what a rate without a method word means.
 */
export function renderLabel(template: LabelTemplate, { quote, card, placement, funding }: LabelFacts): RenderedLabel {
  const fault = faultOfTemplate(template);
  if (fault) return { ok: false, reason: "template-faulty", params: { fault } };
  if (!template.placements.includes(placement)) return { ok: false, reason: "template-not-in-force", params: { code: template.code, placement } };
  if (template.kind === "zero-interest" && !quote.interestFree) return { ok: false, reason: "not-interest-free" };

  let refusal: RenderedLabel | undefined;
  for (const payer of payerWords(funding)) {
    const words = { term: String(quote.term), perPeriod: formatFen(quote.perPeriodFen), apr: `${quote.nominalApr.percent}%`, lender: card.lenderShortName, payer };
    const mainLine = fill(template.mainLine, words);
    const subLine = fill(template.subLine, words);
    const tooLong = lineThatDoesNotFit(placement, mainLine, subLine);
    if (!tooLong) return { ok: true, mainLine, subLine, namesAmount: namesAmount(template) };
    refusal = { ok: false, reason: "words-too-long", params: tooLong };
  }
  return refusal!;
}

function fill(line: string, words: Record<TemplateParameter, string>): string {
  return line.replace(/\{(term|perPeriod|apr|lender|payer)\}/g, (_, name: TemplateParameter) => words[name]);
}

function lineThatDoesNotFit(placement: LabelPlacement, mainLine: string, subLine: string) {
  const limits = LABEL_WIDTHS[placement];
  for (const [line, words, limit] of [["main", mainLine, limits.main], ["sub", subLine, limits.sub]] as const) {
    const halves = widthInHalves(words);
    if (halves > limit * 2) return { line, width: formatWidth(halves), limit, words };
  }
  return null;
}
