import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { CardImpact } from "@/lib/rate-cards/card-impact";
import { percentText, rateText } from "@/lib/rate-cards/parse-percent";

/** Terms of cards that exceed a ceiling, with both rates. */
export function ImpactList({ impact, policyNames }: { impact: readonly CardImpact[]; policyNames: Readonly<Record<string, string>> }) {
  const t = useTranslations("policies");
  const common = useTranslations("common");
  return (
    <ul className="flex flex-col gap-2">
      {impact.map(({ channel, cardName, kind, arithmetic }) => (
        <li key={`${channel}-${arithmetic.policyCode}-${arithmetic.term}`} className="flex flex-wrap items-baseline gap-x-2">
          <Badge tone={kind === "hard" ? "danger" : "warning"}>{t(`kind.${kind}`)}</Badge>
          <span>
            {t("impact.line", {
              card: cardName,
              term: arithmetic.term,
              method: common(`rateMethod.${arithmetic.measure}`),
              apr: rateText(arithmetic.aprPpm, arithmetic.ceilingPpm),
              ceiling: percentText(arithmetic.ceilingPpm, 4),
              policy: policyNames[arithmetic.policyCode] ?? arithmetic.policyCode,
            })}
          </span>
        </li>
      ))}
    </ul>
  );
}
