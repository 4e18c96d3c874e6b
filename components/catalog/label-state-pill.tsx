import { useTranslations } from "next-intl";
import { StatusPill } from "@/components/ui/badge";
import type { LabelReason } from "@/lib/labels/label-reason";

const NEEDS_SOMEBODY: ReadonlySet<LabelReason> = new Set<LabelReason>(["above-ceiling", "budget-exhausted", "not-interest-free", "words-too-long", "quote-failed", "template-not-in-force", "no-card-in-force", "stopped"]);

/** Whether a product shows its label, and what stands in the way if not. */
export function LabelStatePill({ reason }: { reason: LabelReason }) {
  const t = useTranslations("labels.reasons");
  const tone = reason === "labelled" || reason === "sku-required" ? "success" : NEEDS_SOMEBODY.has(reason) ? "warning" : "neutral";
  return <StatusPill tone={tone}>{t(reason)}</StatusPill>;
}
