import { useTranslations } from "next-intl";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { InstantText } from "@/components/ui/date-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { Placement } from "@/lib/offers/placement";
import type { QueueRow } from "@/lib/review/queue";
import type { CopyKind } from "@/lib/review/schema";
import { VerdictBadge } from "./level-badge";

/** What waits, the most urgent first: cards on a phone, else a table. */
export function QueueList({ rows }: { rows: readonly QueueRow[] }) {
  const t = useTranslations("reviews");
  return (
    <>
      <ul aria-label={t("queue")} className="divide-y divide-line md:hidden">
        {rows.map((row) => (
          <li key={row.id} className="flex flex-col gap-2 p-4">
            <Words row={row} />
            <p className="flex flex-wrap items-center gap-x-2 gap-y-1 text-[0.8125rem]">
              <VerdictBadge verdict={row.verdict} />
              <span className="text-ink-muted">{t("findings", { count: row.findingCount })}</span>
              <Marks row={row} />
            </p>
            <p className="text-[0.8125rem] text-ink-muted">
              {t(`states.${row.state}`)} · <Holder row={row} /> · {t("columns.due")} <InstantText at={row.dueAt} />
            </p>
          </li>
        ))}
      </ul>
      <TableScroll label={t("queue")} className="hidden md:block">
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
                  <Words row={row} />
                </TableCell>
                <TableCell>
                  <VerdictBadge verdict={row.verdict} />
                  <p className="mt-0.5 text-xs text-ink-muted">{t("findings", { count: row.findingCount })}</p>
                </TableCell>
                <TableCell>
                  <p className="flex flex-wrap gap-1.5">
                    {t(`states.${row.state}`)} <Marks row={row} />
                  </p>
                </TableCell>
                <TableCell align="end">{row.risk}</TableCell>
                <TableCell>
                  <InstantText at={row.dueAt} />
                </TableCell>
                <TableCell>
                  <Holder row={row} />
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
    </>
  );
}

function Words({ row }: { row: QueueRow }) {
  const copy = useTranslations("copy");
  return (
    <div>
      <Link href={`/platform/reviews/${row.id}`} lang="zh-CN" className="line-clamp-2 font-medium break-words underline-offset-4 hover:underline">
        {row.excerpt}
      </Link>
      <p className="mt-0.5 text-[0.8125rem] text-ink-muted md:truncate">
        {row.shopName} · {row.productTitle} · {copy(`placements.${row.placement as Placement}`)} · {copy(`kinds.${row.kind as CopyKind}`)}
      </p>
    </div>
  );
}

function Marks({ row }: { row: QueueRow }) {
  const t = useTranslations("reviews");
  return (
    <>
      {row.isOverdue ? <Badge tone="danger">{t("overdue")}</Badge> : null}
      {row.isEscalated ? <Badge tone="warning">{t("escalated")}</Badge> : null}
    </>
  );
}

function Holder({ row }: { row: QueueRow }) {
  const t = useTranslations("reviews");
  return row.isMine ? t("mine") : (row.claimedByName ?? t(row.isOwn ? "ownShop" : "free"));
}
