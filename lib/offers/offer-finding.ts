import type { Fen } from "@/lib/money/fen";
import type { ArithmeticLine } from "@/lib/quote/explain-refusal";
import type { OfferField } from "./offer-content-fields";

/** Why an offer may not be published. */
export const REFUSAL_CODES = [
  "window-reversed",
  "window-ended",
  "window-too-long",
  "range-reversed",
  "range-outside-card",
  "no-card-in-force",
  "term-not-on-card",
  "funding-not-allowed",
  "above-ceiling",
  "product-above-ceiling",
  "not-interest-free",
  "product-not-interest-free",
  "budget-below-one-order",
  "template-missing",
  "template-not-in-force",
  "template-wrong-placement",
  "words-too-long",
  "no-products",
  "nothing-changed",
] as const;
export type RefusalCode = (typeof REFUSAL_CODES)[number];

/** What may be published and should be known. */
export const WARNING_CODES = [
  "watch-ceiling",
  "some-above-ceiling",
  "some-not-interest-free",
  "budget-below-costliest",
  "budget-without-limit",
  "range-wider-than-card",
  "no-labels",
  "no-products-yet",
  "products-sampled",
  "margin-negative",
  "price-raised-then-cut",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** One line of the arithmetic behind a finding. */
export type FindingLine = ArithmeticLine | { code: "merchant-fee" | "budget-left" | "cost-price" | "margin"; fen: Fen };
export type LineCode = FindingLine["code"];

export interface Finding<Code extends string = RefusalCode | WarningCode> {
  code: Code;
  field: OfferField;
  params: Record<string, string | number>;
  lines: FindingLine[];
}

const ABOUT_PRODUCTS: ReadonlySet<RefusalCode | WarningCode> = new Set<RefusalCode | WarningCode>([
  "product-above-ceiling",
  "product-not-interest-free",
  "budget-below-one-order",
  "words-too-long",
  "no-products",
  "some-above-ceiling",
  "some-not-interest-free",
  "budget-below-costliest",
  "no-labels",
  "no-products-yet",
  "products-sampled",
  "margin-negative",
  "price-raised-then-cut",
]);

/** True for what only somebody who knows every product can say. */
export const isAboutProducts = ({ code }: Pick<Finding, "code">): boolean => ABOUT_PRODUCTS.has(code);
