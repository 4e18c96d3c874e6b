import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import type { RateCard } from "@/lib/quote/schema";
import { diffRateCards } from "@/lib/rate-cards/diff-rate-cards";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { CardChanges } from "./card-changes";
import { CardRules } from "./card-rules";
import { SampleNotice } from "./sample-notice";
import { TermFiguresPanel } from "./term-figures-panel";

export type RateCardDetailProps = {
  card: RateCard;
  facts: Pick<MarketFacts, "policies" | "lprRates">;
  today: CalendarDate;
  /** the version that would hold without this one */
  replaced: RateCard | null;
};

export function RateCardDetail({ card, facts, today, replaced }: RateCardDetailProps) {
  const t = useTranslations("rateCards");
  const figuresDate = card.fromDate > today ? card.fromDate : today;
  return (
    <div className="flex flex-col gap-4">
      {card.isSample ? <SampleNotice source={card.source} /> : null}
      <TermFiguresPanel card={card} facts={facts} initialDate={figuresDate} />
      <Card title={t("rule.title")}>
        <CardRules card={card} today={figuresDate} />
      </Card>
      {replaced ? (
        <Card title={t("changes.title")} description={t("changes.against", { version: replaced.version, date: card.fromDate })}>
          <CardChanges changes={diffRateCards(replaced, card)} />
        </Card>
      ) : null}
    </div>
  );
}
