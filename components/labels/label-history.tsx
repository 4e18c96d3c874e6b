import { useTranslations } from "next-intl";
import Link from "next/link";
import { InstantText } from "@/components/ui/date-text";
import { Pager } from "@/components/ui/pager";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { LabelHistory as History } from "@/lib/labels/label-history";
import { fen, formatFen } from "@/lib/money/fen";

export type LabelHistoryProps = {
  history: History;
  /** the page that shows what was shown at an instant */
  hrefAt: (at: string) => string;
  olderHref: (before: string) => string;
  latestHref: string | null;
};

/** What a product showed at a placement, newest first. */
export function LabelHistory({ history: { intervals, next }, hrefAt, olderHref, latestHref }: LabelHistoryProps) {
  const t = useTranslations("labels");
  if (intervals.length === 0) return <p className="px-4 py-6 text-ink-muted">{t("history.empty")}</p>;
  return (
    <>
      <TableScroll label={t("history.title")}>
        <Table>
          <TableHead>
            <TableRow>
              <TableHeader>{t("history.from")}</TableHeader>
              <TableHeader>{t("history.to")}</TableHeader>
              <TableHeader>{t("history.label")}</TableHeader>
              <TableHeader align="end">{t("history.price")}</TableHeader>
              <TableHeader align="end">{t("history.apr")}</TableHeader>
              <TableHeader>{t("history.offer")}</TableHeader>
              <TableHeader>
                <span className="sr-only">{t("history.view")}</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {intervals.map(({ from, to, reason, label }) => (
              <TableRow key={from}>
                <TableCell>
                  <InstantText at={from} withSeconds />
                </TableCell>
                <TableCell>{to ? <InstantText at={to} withSeconds /> : t("history.now")}</TableCell>
                <TableCell className="min-w-56">
                  {label ? (
                    <span lang="zh-CN">
                      <span className="block font-medium">{label.mainLine}</span>
                      <span className="block text-xs text-ink-muted">{label.subLine}</span>
                    </span>
                  ) : (
                    <span className="text-ink-muted">{t(`reasons.${reason}`)}</span>
                  )}
                </TableCell>
                <TableCell align="end">{label ? formatFen(fen(label.priceFen)) : "–"}</TableCell>
                <TableCell align="end">{label ? `${label.nominalAprPercent}%` : "–"}</TableCell>
                <TableCell>{label ? t("history.offerRevision", { offer: label.offerName, revision: label.revision }) : "–"}</TableCell>
                <TableCell>
                  <Link href={hrefAt(from)} className="whitespace-nowrap text-accent-text underline-offset-4 hover:underline">
                    {t("history.view")}
                  </Link>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      <Pager previousHref={latestHref} nextHref={next ? olderHref(next) : null} />
    </>
  );
}
