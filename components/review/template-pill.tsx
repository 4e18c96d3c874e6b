import { useTranslations } from "next-intl";
import { StatusPill, type Tone } from "@/components/ui/badge";
import type { TemplateStandingState } from "@/lib/review/template-standing";

const TONES: Record<TemplateStandingState, Exclude<Tone, "outline">> = { "in-force": "success", upcoming: "accent", retired: "warning", past: "neutral", replaced: "neutral" };

export function TemplatePill({ state }: { state: TemplateStandingState }) {
  const t = useTranslations("templates.states");
  return <StatusPill tone={TONES[state]}>{t(state)}</StatusPill>;
}
