import Link from "next/link";
import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { BudgetStanding } from "@/lib/offers/budget";
import type { BudgetEntry } from "@/lib/offers/queries";
import { BudgetBar } from "./budget-bar";
import { useOfferWords } from "./use-offer-words";

/** How much of the budget is used, and by which bills. */
export function BudgetCard({ budget, entries, olderHref, actions }: { budget: BudgetStanding; entries: readonly BudgetEntry[]; olderHref: string | null; actions: ReactNode }) {
  const { t, money, instant } = useOfferWords();
  return (
    <Card title={t("budget.title")} actions={actions}>
      <BudgetBar budget={budget} />
      {budget.remainingFen === null ? null : <p className="tabular mt-1 font-medium">{t("budget.remaining", { remaining: money(budget.remainingFen) })}</p>}
      {entries.length === 0 ? (
        <p className="mt-3 text-[0.8125rem] text-ink-muted">{t("budget.noEntries")}</p>
      ) : (
        <TableScroll label={t("budget.entries")} className="mt-3 -mx-4 border-t border-line">
          <Table aria-label={t("budget.entries")}>
            <TableHead>
              <tr>
                <TableHeader>{t("budget.at")}</TableHeader>
                <TableHeader>{t("budget.reference")}</TableHeader>
                <TableHeader align="end">{t("budget.amount")}</TableHeader>
                <TableHeader>{t("budget.by")}</TableHeader>
              </tr>
            </TableHead>
            <TableBody>
              {entries.map(({ entryId, at, reference, amountFen, by }) => (
                <TableRow key={entryId}>
                  <TableCell className="tabular text-[0.8125rem] whitespace-nowrap">{instant(at)}</TableCell>
                  <TableCell className="break-words">{reference}</TableCell>
                  <TableCell align="end">{money(amountFen)}</TableCell>
                  <TableCell className="whitespace-nowrap">{by}</TableCell>
                </TableRow>
              ))}
            </TableBody>
          </Table>
        </TableScroll>
      )}
      {olderHref ? (
        <Link href={olderHref} className="mt-2 inline-block min-h-6 text-accent-text underline underline-offset-2">
          {t("budget.older")}
        </Link>
      ) : null}
    </Card>
  );
}
