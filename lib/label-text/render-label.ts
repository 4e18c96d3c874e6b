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
export function renderLabel(template: LabelTemplate, facts: LabelFacts): RenderedLabel {
  const prepared = prepare(template);
  if (prepared.fault) return { ok: false, reason: "template-faulty", params: { fault: prepared.fault } };
  const { quote, card, placement, funding } = facts;
  if (!template.placements.includes(placement)) return { ok: false, reason: "template-not-in-force", params: { code: template.code, placement } };
  if (template.kind === "zero-interest" && !quote.interestFree) return { ok: false, reason: "not-interest-free" };
  if (prepared.namesAmount) return wordLabel(prepared, facts);

  // Without an amount in them the words are the same for every price with that rate.
  const key = `${placement} ${quote.term} ${quote.nominalApr.percent} ${funding.consumerBps} ${funding.merchantBps} ${card.lenderShortName}`;
  let label = prepared.known.get(key);
  if (label === undefined) {
    label = wordLabel(prepared, facts);
    if (prepared.known.size >= KNOWN_MAX) prepared.known.clear();
    prepared.known.set(key, label);
  }
  return label;
}

function wordLabel({ mainLine, subLine, namesAmount: isByAmount }: PreparedTemplate, { quote, card, placement, funding }: LabelFacts): RenderedLabel {
  let refusal: RenderedLabel | undefined;
  for (const payer of payerWords(funding)) {
    const words = { term: String(quote.term), perPeriod: formatFen(quote.perPeriodFen), apr: `${quote.nominalApr.percent}%`, lender: card.lenderShortName, payer };
    const main = fill(mainLine, words);
    const sub = fill(subLine, words);
    const tooLong = lineThatDoesNotFit(placement, main, sub);
    if (!tooLong) return { ok: true, mainLine: main, subLine: sub, namesAmount: isByAmount };
    refusal = { ok: false, reason: "words-too-long", params: tooLong };
  }
  return refusal!;
}

const KNOWN_MAX = 1_000;
const PARAMETER = /\{(term|perPeriod|apr|lender|payer)\}/;

/** A template taken apart once: text and names of parameters in turn. */
interface PreparedTemplate {
  fault: TemplateFault | null;
  namesAmount: boolean;
  mainLine: readonly string[];
  subLine: readonly string[];
  known: Map<string, RenderedLabel>;
}

const prepared = new WeakMap<LabelTemplate, PreparedTemplate>();

function prepare(template: LabelTemplate): PreparedTemplate {
  const ready = prepared.get(template);
  if (ready) return ready;
  const fresh = { fault: faultOfTemplate(template), namesAmount: namesAmount(template), mainLine: template.mainLine.split(PARAMETER), subLine: template.subLine.split(PARAMETER), known: new Map<string, RenderedLabel>() };
  prepared.set(template, fresh);
  return fresh;
}

function fill(parts: readonly string[], words: Record<TemplateParameter, string>): string {
  let line = parts[0]!;
  for (let index = 1; index < parts.length; index += 2) line += words[parts[index] as TemplateParameter] + parts[index + 1]!;
  return line;
}

function lineThatDoesNotFit(placement: LabelPlacement, mainLine: string, subLine: string) {
  const limits = LABEL_WIDTHS[placement];
  for (const [line, words, limit] of [["main", mainLine, limits.main], ["sub", subLine, limits.sub]] as const) {
    const halves = widthInHalves(words);
    if (halves > limit * 2) return { line, width: formatWidth(halves), limit, words };
  }
  return null;
}
