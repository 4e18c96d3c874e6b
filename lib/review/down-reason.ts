/** numbers-changed, rules-changed: the machine found something new · phrase: an emergency take-down */
export const TOLD_DOWN_REASONS = ["numbers-changed", "rules-changed", "offer-not-shown", "product-removed", "phrase"] as const;

/** by-shop: its own people did it · replaced: a newer version was approved; of these nobody needs to be told */
export const DOWN_REASONS = [...TOLD_DOWN_REASONS, "by-shop", "replaced"] as const;
export type DownReason = (typeof DOWN_REASONS)[number];
