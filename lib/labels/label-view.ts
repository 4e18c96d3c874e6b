import { sha256Hex } from "@/lib/platform/sha256-hex";
import { fingerprintQuote } from "@/lib/quote/fingerprint";
import type { Placement } from "@/lib/offers/placement";
import { publicReason, type PublicReason } from "./label-reason";
import type { Ask, LabelGoods, Resolution } from "./resolve-product";
import type { Standing } from "./shop-facts";

/** A label as everybody gets it. */
export interface LabelView {
  mainLine: string;
  subLine: string;
  term: number;
  perPeriodFen: number;
  /** what paying in full now costs */
  priceFen: number;
  nominalAprPercent: string;
  effectiveAprPercent: string;
  interestFree: boolean;
  disclosureUrl: string;
  offerId: string;
  revision: number;
  quoteFingerprint: string;
  validUntil: string;
}

export interface LabelAnswer {
  label: LabelView | null;
  reason: PublicReason;
}

const PLACEMENT_SLUGS = { LIVESTREAM: "livestream", SHOWCASE: "showcase", POI: "poi" } as const satisfies Record<Placement, string>;

export function toAnswer(shopId: string, standing: Standing, product: Pick<LabelGoods, "productId">, ask: Ask, { reason, winner }: Pick<Resolution, "reason" | "winner">): LabelAnswer {
  if (!winner) return { label: null, reason: publicReason(reason) };
  const { quote, input } = winner;
  const quoteFingerprint = fingerprintQuote(input, quote, sha256Hex);
  return {
    label: {
      mainLine: winner.mainLine,
      subLine: winner.subLine,
      term: winner.term,
      perPeriodFen: quote.perPeriodFen,
      priceFen: quote.prices.cashPriceFen,
      nominalAprPercent: quote.nominalApr.percent,
      effectiveAprPercent: quote.effectiveApr.percent,
      interestFree: quote.interestFree,
      disclosureUrl: disclosureUrl(shopId, product.productId, ask, quoteFingerprint),
      offerId: winner.offerId,
      revision: winner.revision,
      quoteFingerprint,
      validUntil: standing.boundary.toISOString(),
    },
    reason: "labelled",
  };
}

/** The fingerprint lets the sheet say so where the label has changed since. */
function disclosureUrl(shopId: string, productId: string, { placement, skuId, amount }: Ask, fingerprint: string): string {
  const sku = skuId === undefined ? "" : `&sku=${encodeURIComponent(skuId)}`;
  const price = amount === undefined ? "" : `&amount=${amount}`;
  return `/store/${encodeURIComponent(shopId)}/disclosure?product=${encodeURIComponent(productId)}&placement=${PLACEMENT_SLUGS[placement]}${sku}${price}&quote=${fingerprint}`;
}
