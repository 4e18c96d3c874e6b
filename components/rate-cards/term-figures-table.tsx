import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { CalendarDateText } from "@/components/ui/date-text";
import { Money } from "@/components/ui/money";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { Quote } from "@/lib/quote/quote-result";
import type { TermFigures } from "@/lib/rate-cards/term-figures";
import { FeePercent } from "./fee-percent";

/** Term × payer → fee, and what the shopper's own cost comes to. */
export function TermFiguresTable({ figures }: { figures: readonly TermFigures[] }) {
  const t = useTranslations("rateCards");
  return (
    <TableScroll label={t("figures.title")}>
      <Table aria-label={t("figures.title")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("figures.term")}</TableHeader>
            <TableHeader align="end">{t("payerFee.consumer")}</TableHeader>
            <TableHeader align="end">{t("payerFee.merchant")}</TableHeader>
            <TableHeader align="end">{t("payerFee.platform")}</TableHeader>
            <TableHeader align="end">{t("figures.perPeriod")}</TableHeader>
            <TableHeader align="end">{t("figures.fee")}</TableHeader>
            <TableHeader align="end">{t("figures.nominal")}</TableHeader>
            <TableHeader align="end">{t("figures.effective")}</TableHeader>
            <TableHeader align="end">{t("figures.worst")}</TableHeader>
            <TableHeader>{t("figures.ceilings")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {figures.map(({ term, feeBps, result }) => (
            <TableRow key={term}>
              <TableHeader scope="row" className="text-ink">
                {t("termCount", { term })}
              </TableHeader>
              <TableCell align="end">
                <FeePercent bps={feeBps.consumer} />
              </TableCell>
              <TableCell align="end">
                <FeePercent bps={feeBps.merchant} />
              </TableCell>
              <TableCell align="end">
                <FeePercent bps={feeBps.platform} />
              </TableCell>
              {result?.ok ? (
                <QuoteCells quote={result.quote} />
              ) : (
                <TableCell colSpan={6} className="text-ink-muted">
                  {result === null ? t("figures.noConsumerRow") : result.reason === "bad-input" ? t(`quoteRefusal.${result.code}`) : t(`quoteFailure.${result.reason}`)}
                </TableCell>
              )}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  );
}

function QuoteCells({ quote }: { quote: Quote }) {
  return (
    <>
      <TableCell align="end">
        <Money fen={quote.perPeriodFen} />
      </TableCell>
      <TableCell align="end">
        <Money fen={quote.fee.consumerFen} />
      </TableCell>
      <TableCell align="end" className="font-semibold">
        {quote.nominalApr.percent}%
      </TableCell>
      <TableCell align="end">{quote.effectiveApr.percent}%</TableCell>
      <TableCell align="end">
        {quote.worstEffectiveApr ? (
          <>
            {quote.worstEffectiveApr.percent}%
            <span className="block text-xs text-ink-muted">
              <CalendarDateText date={quote.worstEffectiveApr.onDate} />
            </span>
          </>
        ) : null}
      </TableCell>
      <TableCell>
        <CeilingBadge quote={quote} />
      </TableCell>
    </>
  );
}

function CeilingBadge({ quote }: { quote: Quote }) {
  const t = useTranslations("rateCards");
  const exceeded = quote.verdicts.filter((verdict) => verdict.exceeded);
  if (exceeded.some(({ kind }) => kind === "hard")) return <Badge tone="danger">{t("ceiling.hard")}</Badge>;
  if (exceeded.length > 0) return <Badge tone="warning">{t("ceiling.watch")}</Badge>;
  return <Badge tone="success">{t("ceiling.within")}</Badge>;
}
