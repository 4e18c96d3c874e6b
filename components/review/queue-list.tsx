import { useTranslations } from "next-intl";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { InstantText } from "@/components/ui/date-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { Placement } from "@/lib/offers/placement";
import type { QueueRow } from "@/lib/review/queue";
import type { CopyKind } from "@/lib/review/schema";
import { VerdictBadge } from "./level-badge";

/** What waits, the most urgent first. */
export function QueueList({ rows }: { rows: readonly QueueRow[] }) {
  const t = useTranslations("reviews");
  const copy = useTranslations("copy");
  return (
    <TableScroll label={t("queue")}>
      <Table>
        <TableHead>
          <TableRow>
            <TableHeader>{t("columns.text")}</TableHeader>
            <TableHeader>{t("columns.check")}</TableHeader>
            <TableHeader>{t("columns.state")}</TableHeader>
            <TableHeader align="end">{t("columns.risk")}</TableHeader>
            <TableHeader>{t("columns.due")}</TableHeader>
            <TableHeader>{t("columns.holder")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {rows.map((row) => (
            <TableRow key={row.id} className="align-top">
              <TableCell className="max-w-md min-w-64">
                <Link href={`/platform/reviews/${row.id}`} lang="zh-CN" className="line-clamp-2 font-medium break-words underline-offset-4 hover:underline">
                  {row.excerpt}
                </Link>
                <p className="mt-0.5 truncate text-[0.8125rem] text-ink-muted">
                  {row.shopName} · {row.productTitle} · {copy(`placements.${row.placement as Placement}`)} · {copy(`kinds.${row.kind as CopyKind}`)}
                </p>
              </TableCell>
              <TableCell>
                <VerdictBadge verdict={row.verdict} />
                <p className="mt-0.5 text-xs text-ink-muted">{t("findings", { count: row.findingCount })}</p>
              </TableCell>
              <TableCell>
                {t(`states.${row.state}`)}
                {row.isEscalated ? (
                  <p className="mt-0.5">
                    <Badge tone="warning">{t("escalated")}</Badge>
                  </p>
                ) : null}
              </TableCell>
              <TableCell align="end">{row.risk}</TableCell>
              <TableCell>
                <InstantText at={row.dueAt} />
                {row.isOverdue ? (
                  <p className="mt-0.5">
                    <Badge tone="danger">{t("overdue")}</Badge>
                  </p>
                ) : null}
              </TableCell>
              <TableCell>{row.isMine ? t("mine") : (row.claimedByName ?? (row.isOwn ? t("ownShop") : t("free")))}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  );
}
