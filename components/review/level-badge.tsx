import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { Level } from "@/lib/copy-check/rule-set";

const TONES: Record<Level, Tone> = { block: "danger", warn: "warning", note: "neutral" };

export function LevelBadge({ level }: { level: Level }) {
  const t = useTranslations("copy.levels");
  return <Badge tone={TONES[level]}>{t(level)}</Badge>;
}

const VERDICT_TONES: Record<"pass" | "warn" | "block", Tone> = { pass: "success", warn: "warning", block: "danger" };

export function VerdictBadge({ verdict }: { verdict: "pass" | "warn" | "block" }) {
  const t = useTranslations("copy.verdicts");
  return <Badge tone={VERDICT_TONES[verdict]}>{t(verdict)}</Badge>;
}
