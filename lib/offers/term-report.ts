import { fen, type Fen } from "@/lib/money/fen";
import type { AprFigure, Quote } from "@/lib/quote/quote-result";
import type { DateWindow } from "@/lib/quote/schema";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { evaluateOffer } from "./evaluate-offer";
import type { ExampleProduct } from "./offer-sku";
import type { JudgedSku } from "./judge-sku";
import type { Loss, LossParams } from "./loss";
import type { TermOutcome } from "./price-outcomes";
import type { Placement } from "./placement";
import type { OfferContent } from "./schema";

/** The figures of one term: of the example product, and the range over all targeted products that can have it. */
export interface TermReport {
  term: number;
  example:
    | {
        ok: true;
        quote: Quote;
        /** the highest effective rate over the order dates of the window */
        worstEffectiveApr: AprFigure<"effective">;
        words: { placement: Placement; mainLine: string; subLine: string }[];
        merchantFeeFen: Fen;
        /** what is left after cost and fee; null where the cost price is not known */
        marginFen: Fen | null;
        marginBps: number | null;
      }
    | { ok: false; loss: Loss; params: LossParams; quote: Quote | null };
  /** null where no targeted product can have this term */
  range: { perPeriodFen: { from: Fen; to: Fen }; merchantFeeFen: { from: Fen; to: Fen }; nominalApr: { from: AprFigure<"nominal">; to: AprFigure<"nominal"> }; count: number } | null;
}

interface TermsToReport {
  content: OfferContent;
  market: MarketFacts;
  dates: DateWindow;
  example: ExampleProduct;
  judged: readonly JudgedSku[];
  outcomes: readonly TermOutcome[];
}

export function reportTerms({ content, market, dates, example, judged, outcomes }: TermsToReport): TermReport[] {
  return outcomes.map((outcome, index) => ({
    term: outcome.term,
    example: reportExample(outcome, { content, market, dates, example }),
    range: rangeOf(judged.flatMap(({ outcomes: all }) => (all[index]!.evaluation.ok ? [all[index]!.evaluation.quote] : []))),
  }));
}

function reportExample({ term, words }: TermOutcome, { content, market, dates, example }: Pick<TermsToReport, "content" | "market" | "dates" | "example">): TermReport["example"] {
  const { cashPriceFen, installmentPriceFen, costPriceFen } = example;
  const sku = { productId: "", skuId: "", category: "", contentTags: [], cashPriceFen, installmentPriceFen, costPriceFen, inStock: true };
  const evaluation = evaluateOffer({ sku, content: { ...content, target: { kind: "all" } }, term, market, orderDate: dates.from, window: dates });
  if (!evaluation.ok) return { ok: false, loss: evaluation.loss, params: evaluation.params ?? {}, quote: evaluation.quote ?? null };
  const { quote } = evaluation;
  const merchantFeeFen = quote.fee.merchantFen;
  const marginFen = costPriceFen === null ? null : fen(installmentPriceFen - costPriceFen - merchantFeeFen);
  return {
    ok: true,
    quote,
    worstEffectiveApr: quote.worstEffectiveApr ?? quote.effectiveApr,
    words: [...words].flatMap(([placement, label]) => (label.ok ? [{ placement, mainLine: label.mainLine, subLine: label.subLine }] : [])),
    merchantFeeFen,
    marginFen,
    marginBps: marginFen === null ? null : Number((BigInt(marginFen) * 10_000n) / BigInt(installmentPriceFen)),
  };
}

function rangeOf(quotes: readonly Quote[]): TermReport["range"] {
  const [first] = quotes;
  if (!first) return null;
  const range = {
    perPeriodFen: { from: first.perPeriodFen, to: first.perPeriodFen },
    merchantFeeFen: { from: first.fee.merchantFen, to: first.fee.merchantFen },
    nominalApr: { from: first.nominalApr, to: first.nominalApr },
    count: quotes.length,
  };
  for (const { perPeriodFen, fee, nominalApr } of quotes) {
    if (perPeriodFen < range.perPeriodFen.from) range.perPeriodFen.from = perPeriodFen;
    if (perPeriodFen > range.perPeriodFen.to) range.perPeriodFen.to = perPeriodFen;
    if (fee.merchantFen < range.merchantFeeFen.from) range.merchantFeeFen.from = fee.merchantFen;
    if (fee.merchantFen > range.merchantFeeFen.to) range.merchantFeeFen.to = fee.merchantFen;
    if (nominalApr.ppm < range.nominalApr.from.ppm) range.nominalApr.from = nominalApr;
    if (nominalApr.ppm > range.nominalApr.to.ppm) range.nominalApr.to = nominalApr;
  }
  return range;
}
