import { LOSSES, type Loss } from "@/lib/offers/loss";

/** What everybody may know about why a product has or has no label: a closed set that gives no business secret away. */
export const PUBLIC_REASONS = ["labelled", "no-offer", "amount-out-of-range", "not-eligible", "sku-required", "out-of-stock", "not-for-sale", "stopped", "updating"] as const;
export type PublicReason = (typeof PUBLIC_REASONS)[number];

/** What the shop's people see: the public code, or how near the nearest offer came. */
export type LabelReason = "labelled" | "sku-required" | "not-for-sale" | "updating" | "no-offer" | Exclude<Loss, "outranked">;
export const LABEL_REASONS: readonly [LabelReason, ...LabelReason[]] = ["labelled", "sku-required", "not-for-sale", "updating", "no-offer", ...LOSSES.filter((loss) => loss !== "outranked")];

const NO_OFFER: ReadonlySet<LabelReason> = new Set<LabelReason>(["no-offer", "not-published", "not-started", "ended", "paused", "placement-not-chosen", "not-targeted"]);
const OUT_OF_RANGE: ReadonlySet<LabelReason> = new Set<LabelReason>(["amount-below-offer", "amount-above-offer", "amount-below-card", "amount-above-card"]);

export function publicReason(reason: LabelReason): PublicReason {
  if (NO_OFFER.has(reason)) return "no-offer";
  if (OUT_OF_RANGE.has(reason)) return "amount-out-of-range";
  return PUBLIC_REASONS.find((code) => code === reason) ?? "not-eligible";
}

/** Of several losses the one that came nearest to a label; no loss at all means that there is no offer. */
export function nearestReason(losses: Iterable<Loss>): LabelReason {
  let nearest = -1;
  for (const loss of losses) if (loss !== "outranked") nearest = Math.max(nearest, LOSSES.indexOf(loss));
  return nearest < 0 ? "no-offer" : (LOSSES[nearest] as LabelReason);
}
