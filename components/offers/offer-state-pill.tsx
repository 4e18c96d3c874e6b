import { useTranslations } from "next-intl";
import { StatusPill } from "@/components/ui/badge";
import type { OfferState } from "@/lib/offers/offer-state";

const TONES = { draft: "neutral", scheduled: "accent", live: "success", paused: "warning", ended: "neutral" } as const;

export function OfferStatePill({ state }: { state: OfferState }) {
  const t = useTranslations("offers.state");
  return <StatusPill tone={TONES[state]}>{t(state)}</StatusPill>;
}
