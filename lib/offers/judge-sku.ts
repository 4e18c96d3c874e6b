import type { LabelTemplate } from "@/lib/label-text/template";
import type { Fen } from "@/lib/money/fen";
import { bearsOrder } from "./budget";
import type { OfferSku } from "./offer-sku";
import { LOSSES, type Loss, type LossParams } from "./loss";
import type { TermOutcome } from "./price-outcomes";
import type { Placement } from "./placement";
import type { OfferContent } from "./schema";

export interface Miss {
  loss: Loss;
  params: LossParams;
  placements: Placement[];
}

/** A product that will not get the label at some chosen placement, and why. */
export interface UnlabelledSku {
  productId: string;
  skuId: string;
  title: string;
  skuName: string;
  misses: Miss[];
}

export interface JudgedSku {
  sku: OfferSku;
  outcomes: TermOutcome[];
  misses: Miss[];
}

/** Where a targeted product gets no label under any term: the reason of the term that came nearest. */
export function judgeSku(sku: OfferSku, outcomes: TermOutcome[], content: OfferContent, templates: ReadonlyMap<string, LabelTemplate>, usedFen: Fen): JudgedSku {
  const misses: Miss[] = [];
  for (const placement of content.placements) {
    const miss = sku.inStock ? missAt(placement) : { loss: "out-of-stock" as const, params: {} };
    if (!miss) continue;
    const same = misses.find(({ loss, params }) => loss === miss.loss && JSON.stringify(params) === JSON.stringify(miss.params));
    if (same) same.placements.push(placement);
    else misses.push({ ...miss, placements: [placement] });
  }
  return { sku, outcomes, misses };

  function missAt(placement: Placement): Omit<Miss, "placements"> | null {
    let nearest: Omit<Miss, "placements"> | null = null;
    for (const outcome of outcomes) {
      const miss = missOfTerm(outcome, placement, content, templates, usedFen);
      if (!miss) return null;
      if (!nearest || LOSSES.indexOf(miss.loss) > LOSSES.indexOf(nearest.loss)) nearest = miss;
    }
    return nearest;
  }
}

function missOfTerm({ term, evaluation, words }: TermOutcome, placement: Placement, content: OfferContent, templates: ReadonlyMap<string, LabelTemplate>, usedFen: Fen): Omit<Miss, "placements"> | null {
  if (!evaluation.ok) return { loss: evaluation.loss, params: { term, ...evaluation.params } };
  const { quote } = evaluation;
  if (!bearsOrder(content.budgetFen, usedFen, quote.fee.merchantFen)) {
    return { loss: "budget-exhausted", params: { term, neededFen: quote.fee.merchantFen, remainingFen: Math.max(0, (content.budgetFen ?? 0) - usedFen) } };
  }
  const code = content.templates[placement] ?? "";
  const label = words.get(placement);
  if (!templates.has(code) || !label) return { loss: "template-not-in-force", params: { code } };
  if (label.ok) return null;
  if (label.reason === "not-interest-free") {
    const { prices, totalPaymentsFen, extraCostFen } = quote;
    return { loss: "not-interest-free", params: { term, cashPriceFen: prices.cashPriceFen, totalPaymentsFen, extraCostFen } };
  }
  if (label.reason === "words-too-long") return { loss: "words-too-long", params: { term, ...label.params } };
  return { loss: "template-not-in-force", params: { code } };
}
