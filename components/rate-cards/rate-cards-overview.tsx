import { useTranslations } from "next-intl";
import { CreditCard } from "lucide-react";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import type { RateCard } from "@/lib/quote/schema";
import { CardVersions, type CardVersion } from "./card-versions";
import { SampleNotice } from "./sample-notice";

export type RateCardsOverviewProps = {
  /** "/s/<shop>" or "/platform" */
  base: string;
  versions: readonly CardVersion[];
  inForce: readonly RateCard[];
  nextAfter: string | null;
};

/** Every version of every card, the ones in force said first. */
export function RateCardsOverview({ base, versions, inForce, nextAfter }: RateCardsOverviewProps) {
  const t = useTranslations("rateCards");
  return (
    <div className="flex flex-col gap-4">
      {inForce.some((card) => card.isSample) ? <SampleNotice /> : null}
      <Card title={t("versions.title")} description={t("versions.description")} flush>
        {versions.length > 0 ? <CardVersions versions={versions} base={base} /> : <EmptyState icon={CreditCard} title={t("empty.title")} description={t("empty.text")} />}
        <Pager nextHref={nextAfter ? `${base}/rate-cards?after=${encodeURIComponent(nextAfter)}` : null} />
      </Card>
    </div>
  );
}
