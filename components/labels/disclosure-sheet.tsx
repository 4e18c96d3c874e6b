import { useTranslations } from "next-intl";
import { Arithmetic, Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import { formatFen } from "@/lib/money/fen";
import type { AprFigure, Quote } from "@/lib/quote/quote-result";
import { PaymentTimeline } from "./payment-timeline";

/** 综合融资成本明示表: everything a shopper must know before confirming, from one quote. */
export function DisclosureSheet({ quote, worstEffectiveApr, isSample }: { quote: Quote; worstEffectiveApr: AprFigure<"effective"> | null; isSample: boolean }) {
  const t = useTranslations("store.sheet");
  const { disclosure, nominalApr, effectiveApr } = quote;
  return (
    <div className="flex flex-col gap-3">
      <Card title={t("comprehensive")} headingLevel={2}>
        <dl className="grid gap-3 sm:grid-cols-2">
          <Apr name={t("nominal")} percent={nominalApr.percent} how={t("nominalHow")} />
          <Apr name={t("effective")} percent={effectiveApr.percent} how={t("effectiveHow", { date: effectiveApr.onDate })} />
        </dl>
        {worstEffectiveApr ? <p className="tabular mt-3">{t("worst", { percent: worstEffectiveApr.percent, date: worstEffectiveApr.onDate })}</p> : null}
      </Card>
      <Card headingLevel={2} title={t("costs")}>
        <DescriptionList
          items={[
            { term: t("principal"), value: <span className="tabular">{formatFen(disclosure.principalFen)}</span> },
            { term: t("term"), value: t("termValue", { term: quote.term, amount: formatFen(quote.perPeriodFen) }) },
            { term: t("lender"), value: t("lenderOfType", { name: disclosure.lender.name, type: t(`lenderTypes.${disclosure.lender.type}`) }) },
          ]}
        />
        <ul className="mt-3 flex flex-col gap-2">
          {disclosure.costs.map(({ item, amountFen, annualizedPercent, charged, chargedBy }) => (
            <li key={item} className="rounded-md bg-sunken px-3 py-2">
              <p className="flex justify-between gap-4 font-medium">
                <span>{t(`items.${item}`)}</span>
                <span className="tabular">{formatFen(amountFen)}</span>
              </p>
              <dl className="mt-1 grid grid-cols-[auto_1fr] gap-x-4 text-[0.8125rem]">
                <dt className="text-ink-muted">{t("annualized")}</dt>
                <dd className="tabular text-right">{annualizedPercent}%</dd>
                <dt className="text-ink-muted">{t("charged")}</dt>
                <dd className="text-right">{t(`chargedWays.${charged}`)}</dd>
                <dt className="text-ink-muted">{t("chargedBy")}</dt>
                <dd className="text-right">{t(`chargedByNames.${chargedBy}`)}</dd>
              </dl>
            </li>
          ))}
        </ul>
        <DescriptionList
          className="mt-2"
          items={[
            { term: t("totalCost"), value: <strong className="tabular">{formatFen(disclosure.totalCostFen)}</strong> },
            ...(disclosure.borneByMerchantFen > 0 ? [{ term: t("borneMerchant"), value: <span className="tabular">{formatFen(disclosure.borneByMerchantFen)}</span> }] : []),
            ...(disclosure.borneByPlatformFen > 0 ? [{ term: t("bornePlatform"), value: <span className="tabular">{formatFen(disclosure.borneByPlatformFen)}</span> }] : []),
          ]}
        />
        <p className="mt-3 font-semibold">{t("nothingElse")}</p>
      </Card>
      <Card headingLevel={2} title={t("defaultTitle")}>
        <DescriptionList
          items={[
            { term: t("overdue"), value: t("overdueText", { percent: disclosure.overdue.dailyPercent }) },
            { term: t("early"), value: t(`earlyRules.${disclosure.earlyPayoffRule}`) },
            { term: t("refund"), value: t(`refundRules.${disclosure.feeRefundRule}`) },
          ]}
        />
      </Card>
      <Card headingLevel={2} title={t("schedule")}>
        <PaymentTimeline installments={quote.installments} />
      </Card>
      <Card headingLevel={2} title={t("arithmetic")}>
        <Arithmetic
          className="mt-0"
          lines={[
            { label: t("totalPayments"), value: formatFen(quote.totalPaymentsFen) },
            { label: t("cashPrice"), value: formatFen(quote.prices.cashPriceFen), sign: "−" },
            { label: t("extra"), value: formatFen(quote.extraCostFen), sign: "=", result: true },
          ]}
        />
        <p className="mt-2">{quote.interestFree ? t("interestFree") : t("notInterestFree")}</p>
      </Card>
      <Callout tone="info">{t("rational")}</Callout>
      {isSample ? <p className="text-[0.8125rem] text-ink-muted">{t("sample")}</p> : null}
    </div>
  );
}

function Apr({ name, percent, how }: { name: string; percent: string; how: string }) {
  return (
    <div>
      <dt className="text-[0.8125rem] text-ink-muted">{name}</dt>
      <dd className="tabular text-2xl font-semibold">{percent}%</dd>
      <dd className="text-[0.8125rem] text-ink-muted">{how}</dd>
    </div>
  );
}
