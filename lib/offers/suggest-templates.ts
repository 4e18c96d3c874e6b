import { renderLabel } from "@/lib/label-text/render-label";
import { TEMPLATE_KINDS, type LabelTemplate } from "@/lib/label-text/template";
import type { Quote } from "@/lib/quote/quote-result";
import type { RateCard } from "@/lib/quote/schema";
import type { OfferContent } from "./schema";

export interface TemplatesToSuggest {
  placements: OfferContent["placements"];
  funding: OfferContent["funding"];
  card: Pick<RateCard, "lenderShortName">;
  /** the quotes that the words must bear out: at least the cheapest and the costliest product, per term */
  quotes: readonly Quote[];
  templates: ReadonlyMap<string, LabelTemplate>;
}

/** Per placement the strongest words that are true of every quote and fit: zero interest, then the amount per period, then the APR alone. */
export function suggestTemplates({ placements, funding, card, quotes, templates }: TemplatesToSuggest): OfferContent["templates"] {
  const byStrength = [...templates.values()].sort((a, b) => TEMPLATE_KINDS.indexOf(a.kind) - TEMPLATE_KINDS.indexOf(b.kind) || (a.code < b.code ? -1 : 1));
  const chosen: OfferContent["templates"] = {};
  for (const placement of placements) {
    const found = byStrength.find((template) => quotes.every((quote) => renderLabel(template, { quote, card, placement, funding }).ok && template.placements.includes(placement)));
    if (found) chosen[placement] = found.code;
  }
  return chosen;
}
