import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { Money } from "@/components/ui/money";
import { addMonths, calendarDate } from "@/lib/calendar/calendar-date";
import { dueDates, nextBillDate } from "@/lib/calendar/due-dates";
import type { RateCard } from "@/lib/quote/schema";
import { percentText } from "@/lib/rate-cards/parse-percent";

/** The rules of a card in words, with one worked date. */
export function CardRules({ card, today }: { card: RateCard; today: string }) {
  const t = useTranslations("rateCards");
  const orderDate = calendarDate(today);
  const example = { order: orderDate, bill: nextBillDate(orderDate, card.billingDay), due: dueDates(orderDate, card.billingDay, card.dueDay, 1)[0] ?? addMonths(orderDate, 1) };
  return (
    <DescriptionList
      columns={2}
      items={[
        {
          term: t("field.lender"),
          value: (
            <>
              <span lang="zh-CN">{card.lenderName}</span>
              <span className="block text-[0.8125rem] text-ink-muted">{t("rule.lender", { type: t(`lenderType.${card.lenderType}`), shortName: card.lenderShortName })}</span>
            </>
          ),
        },
        {
          term: t("field.amountRange"),
          value: (
            <>
              <Money fen={card.minAmountFen} /> – <Money fen={card.maxAmountFen} />
            </>
          ),
        },
        { term: t("field.billing"), value: t("rule.billing", { billingDay: card.billingDay, dueDay: card.dueDay, ...example }) },
        { term: t("field.fundingShares"), value: t(`fundingShares.${card.fundingShares}`) },
        { term: t("field.roundingRule"), value: t(`roundingRule.${card.roundingRule}`) },
        { term: t("field.overdue"), value: t("rule.overdue", { percent: percentText(card.overdueDailyRatePpm, 4) }) },
        { term: t("field.earlyPayoffRule"), value: t(`earlyPayoffRule.${card.earlyPayoffRule}`) },
        { term: t("field.feeRefundRule"), value: t(`feeRefundRule.${card.feeRefundRule}`) },
        // A sample's source stands in its notice.
        ...(card.isSample ? [] : [{ term: t("field.source"), value: <span lang="zh-CN">{card.source}</span> }]),
      ]}
    />
  );
}
