import type { Attention } from "@/components/home/attention-list";
import type { OfferSummary } from "@/lib/offers/queries";
import type { OfferState } from "@/lib/offers/offer-state";

const SOON_DAYS = 3;
const DAY_MS = 86_400_000;
const SHOWN_MAX = 8;

/** What the shop's people should look at, gravest first. */
export function attentionOf({ live, counts, base, now }: { live: readonly OfferSummary[]; counts: Record<OfferState, number>; base: string; now: Date }): Attention[] {
  const items: Attention[] = [];
  const of = ({ offerId, content }: OfferSummary) => ({ name: content.name, href: `${base}/offers/${offerId}` });
  if (counts.live === 0) items.push({ kind: "nothing-live", href: `${base}/offers` });
  for (const offer of live) if (offer.budget.mark === "exhausted") items.push({ kind: "budget-exhausted", ...of(offer) });
  for (const offer of live) if (offer.budget.mark === "warning") items.push({ kind: "budget-warning", ...of(offer) });
  for (const offer of live) {
    const days = Math.ceil((Date.parse(offer.content.window.to) - now.getTime()) / DAY_MS);
    if (days <= SOON_DAYS) items.push({ kind: "ending", days, ...of(offer) });
  }
  for (const offer of live) if (offer.hasUnpublishedChanges) items.push({ kind: "unpublished", ...of(offer) });
  if (counts.draft > 0) items.push({ kind: "drafts", count: counts.draft, href: `${base}/offers?state=draft` });
  return items.slice(0, SHOWN_MAX);
}
