/** Why an offer does not give a product its label, in the order in which the reasons are looked for. */
export const LOSSES = [
  "stopped",
  "not-published",
  "not-started",
  "ended",
  "paused",
  "placement-not-chosen",
  "not-targeted",
  "out-of-stock",
  "amount-below-offer",
  "amount-above-offer",
  "no-card-in-force",
  "term-not-on-card",
  "amount-below-card",
  "amount-above-card",
  "funding-not-allowed",
  "quote-failed",
  "above-ceiling",
  "budget-exhausted",
  "template-not-in-force",
  "not-interest-free",
  "words-too-long",
  "outranked",
] as const;

export type Loss = (typeof LOSSES)[number];
export type LossParams = Record<string, string | number>;
