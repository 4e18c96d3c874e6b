import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import { formatFen, type Fen } from "@/lib/money/fen";
import type { CopyFacts } from "@/lib/review/copy-facts";

const ROWS_SHOWN_MAX = 12;

/** What the numbers of a text are compared with. */
export function QuoteFactsTable({ facts: { quotes, offer, window } }: { facts: CopyFacts }) {
  const t = useTranslations("copy.facts");
  if (!offer) return <p className="text-[0.8125rem] text-ink-muted">{t("noOffer")}</p>;
  return (
    <>
      <p className="text-[0.8125rem] text-ink-muted">
        {t("offer", { name: offer.name, revision: offer.revision })}
        {window ? ` · ${t("window", { from: window.from, to: window.to })}` : null}
      </p>
      {quotes.length === 0 ? (
        <p className="mt-1 text-[0.8125rem] text-warning-text">{t("noQuote")}</p>
      ) : (
        <TableScroll label={t("title")} className="mt-2">
          <Table className="text-[0.8125rem]">
            <TableHead>
              <TableRow>
                <TableHeader>{t("price")}</TableHeader>
                <TableHeader align="end">{t("term")}</TableHeader>
                <TableHeader align="end">{t("payment")}</TableHeader>
                <TableHeader align="end">{t("fee")}</TableHeader>
                <TableHeader align="end">{t("total")}</TableHeader>
                <TableHeader align="end">{t("nominal")}</TableHeader>
              </TableRow>
            </TableHead>
            <TableBody>
              {quotes.slice(0, ROWS_SHOWN_MAX).map(({ amountFen, term, paymentsFen, feeFen, totalFen, nominalPercent }, index) => (
                <TableRow key={index}>
                  <TableCell className="tabular">{formatFen(amountFen as Fen)}</TableCell>
                  <TableCell align="end">{term}</TableCell>
                  <TableCell align="end">{formatFen(Math.max(...paymentsFen) as Fen)}</TableCell>
                  <TableCell align="end">{formatFen(feeFen as Fen)}</TableCell>
                  <TableCell align="end">{formatFen(totalFen as Fen)}</TableCell>
                  <TableCell align="end">{nominalPercent}%</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      )}
    </>
  );
}
