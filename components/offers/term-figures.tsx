"use client";
import { ChevronDown } from "lucide-react";
import { useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Money } from "@/components/ui/money";
import type { TermReport } from "@/lib/offers/term-report";
import type { Verdict } from "@/lib/quote/quote-result";
import { InstallmentTimeline } from "./installment-timeline";
import { useOfferWords } from "./use-offer-words";

/** What each term really costs the shopper and the merchant, for the example product. */
export function TermFigures({ terms, seesCost }: { terms: readonly TermReport[]; seesCost: boolean }) {
  const { t } = useOfferWords();
  return (
    <div>
      <ul className="flex flex-col divide-y divide-line">
        {terms.map((report) => (
          <li key={report.term} className="py-3 first:pt-0">
            <TermFigure report={report} seesCost={seesCost} />
          </li>
        ))}
      </ul>
      <p className="text-[0.8125rem] text-ink-muted">{t("figures.notes")}</p>
    </div>
  );
}

function TermFigure({ report: { term, example, range }, seesCost }: { report: TermReport; seesCost: boolean }) {
  const { t, terms, loss, money, rate, ceiling } = useOfferWords();
  const [isOpen, setIsOpen] = useState(false);
  const quote = example.quote;
  const exceeded = quote?.verdicts.filter((verdict) => verdict.exceeded) ?? [];
  const exceededBy = (measure: Verdict["measure"]) => exceeded.find((verdict) => verdict.measure === measure)?.ceilingPpm;
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">
          {terms([term])}
          {exceeded.map(({ policyId, kind, ceilingPpm }) => (
            <Badge key={policyId} tone={kind === "hard" ? "danger" : "warning"} className="ml-2">
              {t(`figures.above.${kind}`, { ceiling: ceiling(ceilingPpm) })}
            </Badge>
          ))}
        </p>
        {quote ? (
          <Button size="sm" variant="ghost" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
            {t("figures.schedule")}
            <ChevronDown aria-hidden className={cn("transition-transform", isOpen && "rotate-180")} />
          </Button>
        ) : null}
      </div>
      {example.ok ? null : <p className="mt-1 text-[0.8125rem] text-danger-text">{loss(example.loss, example.params)}</p>}
      {quote ? (
        <dl className="mt-1.5 grid grid-cols-2 gap-x-4 gap-y-2 text-[0.8125rem] sm:grid-cols-3">
          <Figure label={t("figures.nominal")} strong value={exceededBy("nominal") === undefined ? `${quote.nominalApr.percent}%` : rate(quote.nominalApr.ppm, exceededBy("nominal"))} note={quote.interestFree ? t("figures.free") : `${t("figures.extra")} ${money(quote.extraCostFen)}`} />
          <Figure label={t("figures.effective")} value={exceededBy("effective") === undefined ? `${quote.effectiveApr.percent}%` : rate(quote.effectiveApr.ppm, exceededBy("effective"))} note={t("figures.on", { date: quote.effectiveApr.onDate })} />
          {example.ok ? <Figure label={t("figures.worst")} value={`${example.worstEffectiveApr.percent}%`} note={t("figures.on", { date: example.worstEffectiveApr.onDate })} /> : null}
          <Figure
            label={t("figures.perPeriod")}
            value={<Money fen={quote.perPeriodFen} />}
            note={range && range.count > 1 ? t("figures.range", { from: money(range.perPeriodFen.from), to: money(range.perPeriodFen.to) }) : null}
          />
          {example.ok ? (
            <Figure
              label={t("figures.merchantFee")}
              value={<Money fen={example.merchantFeeFen} />}
              note={range && range.merchantFeeFen.to > 0 && range.count > 1 ? t("figures.range", { from: money(range.merchantFeeFen.from), to: money(range.merchantFeeFen.to) }) : null}
            />
          ) : null}
          {example.ok && seesCost ? (
            <Figure
              label={t("figures.margin")}
              value={example.marginFen === null ? <span className="font-normal text-ink-muted">{t("figures.marginUnknown")}</span> : <Money fen={example.marginFen} />}
              note={example.marginBps === null ? null : `${(example.marginBps / 100).toFixed(1)}%`}
            />
          ) : null}
        </dl>
      ) : null}
      {isOpen && quote ? <InstallmentTimeline quote={quote} /> : null}
    </>
  );
}

function Figure({ label, value, note, strong = false }: { label: string; value: React.ReactNode; note: React.ReactNode; strong?: boolean }) {
  return (
    <div className="min-w-0">
      <dt className="text-ink-muted">{label}</dt>
      <dd className={cn("tabular font-medium", strong && "text-base font-semibold")}>{value}</dd>
      {note ? <dd className="tabular text-ink-muted">{note}</dd> : null}
    </div>
  );
}
