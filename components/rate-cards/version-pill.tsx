import { useTranslations } from "next-intl";
import { StatusPill } from "@/components/ui/badge";
import type { VersionState } from "@/lib/rate-cards/version-state";

const TONES = { "in-force": "success", upcoming: "accent", past: "neutral", replaced: "neutral" } as const;

export function VersionPill({ state }: { state: VersionState }) {
  const t = useTranslations("rateCards");
  return <StatusPill tone={TONES[state]}>{t(`state.${state}`)}</StatusPill>;
}
