import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/components/ui/badge";
import type { CopyStanding } from "@/lib/review/standing";

const TONES: Record<CopyStanding, Exclude<Tone, "outline">> = {
  draft: "neutral",
  waiting: "accent",
  "second-look": "accent",
  "changes-asked": "warning",
  rejected: "danger",
  live: "success",
  down: "warning",
  archived: "neutral",
};

export function StandingPill({ standing }: { standing: CopyStanding }) {
  const t = useTranslations("copy.standings");
  return <StatusPill tone={TONES[standing]}>{t(standing)}</StatusPill>;
}
