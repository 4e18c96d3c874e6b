import { useTranslations } from "next-intl";
import { Badge, type Tone } from "@/components/ui/badge";
import type { LegalBasis } from "@/lib/copy-check/rule-set";

const TONES: Record<LegalBasis["certainty"], Tone> = { read: "success", reported: "warning", unverified: "danger" };

/** How surely we know what the law says, in words. */
export function CertaintyBadge({ certainty }: { certainty: LegalBasis["certainty"] }) {
  const t = useTranslations("copy.certainties");
  return <Badge tone={TONES[certainty]}>{t(certainty)}</Badge>;
}
