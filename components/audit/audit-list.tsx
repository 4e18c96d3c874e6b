"use client";
import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Fragment, useState } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { InstantText } from "@/components/ui/date-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { AuditRow } from "@/lib/audit/list-audit";
import { AuditDetail } from "./audit-detail";
import { subjectHref, type SubjectReader } from "./subject-href";

export interface AuditListProps {
  rows: readonly AuditRow[];
  reader: SubjectReader;
  /** This list's own address, to narrow it from. */
  here: string;
  showsShop: boolean;
}

const linkClasses = "text-accent-text underline-offset-2 hover:underline";

/** A table on a wide screen, cards on a phone; either opens a deed in place. */
export function AuditList({ rows, reader, here, showsShop }: AuditListProps) {
  const t = useTranslations("audit");
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());

  function toggle(id: string) {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  }

  const actor = (row: AuditRow) => (row.actor.kind === "user" ? row.actor.name : t(`actors.${row.actor.kind}`));
  const about = (row: AuditRow) => row.subject.name ?? row.subject.nameThen ?? (row.subject.kind === "user" && row.actor.id === row.subject.id ? row.actor.name : row.subject.id);

  function who(row: AuditRow) {
    if (row.actor.id === null) return actor(row);
    return (
      <Link href={`${here}?${new URLSearchParams({ actor: row.actor.id })}`} aria-label={t("onlyBy", { name: actor(row) })} className="underline-offset-2 hover:underline">
        {actor(row)}
      </Link>
    );
  }

  function subject(row: AuditRow) {
    const href = subjectHref(row, reader);
    const name = (
      <>
        <span className="text-ink-muted">{t(`subjects.${row.subject.kind}`)} </span>
        {href ? (
          <Link href={href} className={linkClasses}>
            {about(row)}
          </Link>
        ) : (
          about(row)
        )}
      </>
    );
    return name;
  }

  const shop = (row: AuditRow) =>
    row.shopId === null ? (
      <Badge>{t("ofPlatform")}</Badge>
    ) : (
      <Link href={`${here}?${new URLSearchParams({ shop: row.shopId })}`} aria-label={t("onlyShop", { shop: row.shopId })} className="underline-offset-2 hover:underline">
        {row.shopId}
      </Link>
    );

  const detail = (row: AuditRow) => (
    <>
      <AuditDetail row={row} />
      <Link href={`${here}?${new URLSearchParams({ subject: `${row.subject.kind}:${row.subject.id}` })}`} className={cn(linkClasses, "mt-1 inline-block min-h-6 text-[0.8125rem]")}>
        {t("onlyAbout")}
      </Link>
    </>
  );

  const opener = (row: AuditRow, where: string) => (
    <Button
      variant="ghost"
      size="icon-sm"
      aria-expanded={open.has(row.id)}
      aria-controls={open.has(row.id) ? `${where}-${row.id}` : undefined}
      aria-label={t("detailsOf", { deed: t(`actions.${row.action}`) })}
      onClick={() => toggle(row.id)}
    >
      <ChevronRight aria-hidden className={cn("transition-transform motion-reduce:transition-none", open.has(row.id) && "rotate-90")} />
    </Button>
  );

  return (
    <>
      <ul className="divide-y divide-line md:hidden">
        {rows.map((row) => (
          <li key={row.id} className="p-4">
            <div className="flex items-start justify-between gap-3">
              <p className="font-medium">{t(`actions.${row.action}`)}</p>
              {opener(row, "card")}
            </div>
            <p className="break-words">{subject(row)}</p>
            <p className="mt-1 text-[0.8125rem] text-ink-muted">
              {who(row)} · <InstantText at={row.at} withSeconds />
              {showsShop ? <> · {shop(row)}</> : null}
            </p>
            {open.has(row.id) ? (
              <div id={`card-${row.id}`} className="mt-3 rounded-md bg-sunken p-3">
                {detail(row)}
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      <TableScroll label={t("title")} className="hidden md:block">
        <Table aria-label={t("title")}>
          <TableHead>
            <tr>
              <TableHeader className="w-10">
                <span className="sr-only">{t("details")}</span>
              </TableHeader>
              <TableHeader>{t("columns.at")}</TableHeader>
              {showsShop ? <TableHeader>{t("columns.shop")}</TableHeader> : null}
              <TableHeader>{t("columns.who")}</TableHeader>
              <TableHeader>{t("columns.what")}</TableHeader>
              <TableHeader>{t("columns.about")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {rows.map((row) => (
              <Fragment key={row.id}>
                <TableRow className="hover:bg-hover/60">
                  <TableCell className="py-1 pr-0">{opener(row, "row")}</TableCell>
                  <TableCell className="py-1 text-[0.8125rem] text-ink-muted">
                    <InstantText at={row.at} withSeconds />
                  </TableCell>
                  {showsShop ? <TableCell className="py-1 text-[0.8125rem] whitespace-nowrap">{shop(row)}</TableCell> : null}
                  <TableCell className="py-1 whitespace-nowrap">{who(row)}</TableCell>
                  <TableCell className="py-1 font-medium whitespace-nowrap">{t(`actions.${row.action}`)}</TableCell>
                  <TableCell className="max-w-96 py-1 break-words">{subject(row)}</TableCell>
                </TableRow>
                {open.has(row.id) ? (
                  <tr id={`row-${row.id}`} className="bg-sunken/60">
                    <td colSpan={showsShop ? 6 : 5} className="py-3 pr-4 pl-14">
                      {detail(row)}
                    </td>
                  </tr>
                ) : null}
              </Fragment>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
    </>
  );
}
