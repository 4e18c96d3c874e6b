import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { OfferSummary } from "@/lib/offers/queries";
import { BudgetBar } from "./budget-bar";
import { OfferStatePill } from "./offer-state-pill";
import { useOfferWords } from "./use-offer-words";

/** A table on a wide screen, cards on a phone. */
export function OfferList({ shopId, offers }: { shopId: string; offers: readonly OfferSummary[] }) {
  const { t, terms, funding, placements, instant } = useOfferWords();
  const href = (offerId: string) => `/s/${encodeURIComponent(shopId)}/offers/${encodeURIComponent(offerId)}`;
  return (
    <>
      <ul className="divide-y divide-line md:hidden">
        {offers.map(({ offerId, state, content, budget, hasUnpublishedChanges }) => (
          <li key={offerId} className="relative p-4">
            <div className="flex items-start justify-between gap-3">
              <Link href={href(offerId)} className="font-medium break-words text-accent-text after:absolute after:inset-0 after:content-['']">
                {content.name}
              </Link>
              <OfferStatePill state={state} />
            </div>
            <p className="mt-1">
              {terms(content.terms)} · {funding(content.funding)}
            </p>
            <p className="tabular mt-0.5 text-[0.8125rem] text-ink-muted">
              {instant(content.window.from)} – {instant(content.window.to)}
            </p>
            <p className="mt-0.5 text-[0.8125rem] text-ink-muted">{placements(content.placements)}</p>
            <BudgetBar budget={budget} bearsFee={content.funding.merchantBps > 0} className="mt-2" />
            {hasUnpublishedChanges ? (
              <Badge tone="warning" className="mt-2">
                {t("unpublished")}
              </Badge>
            ) : null}
          </li>
        ))}
      </ul>
      <TableScroll label={t("title")} className="hidden md:block">
        <Table aria-label={t("title")}>
          <TableHead>
            <tr>
              <TableHeader>{t("column.name")}</TableHeader>
              <TableHeader>{t("column.state")}</TableHeader>
              <TableHeader>{t("column.terms")}</TableHeader>
              <TableHeader>{t("column.window")}</TableHeader>
              <TableHeader>{t("column.placements")}</TableHeader>
              <TableHeader>{t("column.budget")}</TableHeader>
              <TableHeader align="end">{t("column.priority")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {offers.map(({ offerId, state, content, budget, hasUnpublishedChanges }) => (
              <TableRow key={offerId}>
                <TableCell className="max-w-64">
                  <Link href={href(offerId)} className="font-medium text-accent-text underline-offset-2 hover:underline">
                    {content.name}
                  </Link>
                  {hasUnpublishedChanges ? (
                    <Badge tone="warning" className="mt-1 block w-fit">
                      {t("unpublished")}
                    </Badge>
                  ) : null}
                </TableCell>
                <TableCell>
                  <OfferStatePill state={state} />
                </TableCell>
                <TableCell>
                  <span className="whitespace-nowrap">{terms(content.terms)}</span>
                  <span className="block text-[0.8125rem] text-ink-muted">{funding(content.funding)}</span>
                </TableCell>
                <TableCell className="tabular text-[0.8125rem] whitespace-nowrap">
                  {instant(content.window.from)}
                  <span className="block text-ink-muted">{instant(content.window.to)}</span>
                </TableCell>
                <TableCell className="text-[0.8125rem]">{placements(content.placements)}</TableCell>
                <TableCell>
                  <BudgetBar budget={budget} bearsFee={content.funding.merchantBps > 0} />
                </TableCell>
                <TableCell align="end">{content.priority}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
    </>
  );
}
