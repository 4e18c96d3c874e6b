import Link from "next/link";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { InstantText } from "@/components/ui/date-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { TemplateVersion } from "@/lib/review/template-overview";
import { TemplatePill } from "./template-pill";

export type TemplateVersionsProps = {
  versions: readonly TemplateVersion[];
  /** codes that wait for a decision; others may be changed */
  proposedCodes: ReadonlySet<string>;
  mayPropose: boolean;
};

/** Versions with their words as approved, parameters and all. Only the newest of a code is where a change begins. */
export function TemplateVersions({ versions, proposedCodes, mayPropose }: TemplateVersionsProps) {
  const t = useTranslations("templates");
  const placementsOf = ({ placements }: TemplateVersion) => placements.map((placement) => t(`placements.${placement}`)).join(t("separator"));
  const newest = new Map<string, number>();
  for (const { code, version } of versions) newest.set(code, Math.max(version, newest.get(code) ?? 0));
  const changesOf = ({ code, version, status }: TemplateVersion) => (mayPropose && newest.get(code) === version ? <Changes code={code} isRetired={status === "retired"} isProposed={proposedCodes.has(code)} /> : null);
  return (
    <>
      <ul aria-label={t("list.label")} className="divide-y divide-line md:hidden">
        {versions.map((row) => (
          <li key={`${row.code} ${row.version}`} className="flex flex-col gap-2 p-4">
            <div className="flex flex-wrap items-start justify-between gap-2">
              <Code row={row} />
              <TemplatePill state={row.state} />
            </div>
            <Lines row={row} />
            <p className="text-[0.8125rem] text-ink-muted">
              {placementsOf(row)} · <InstantText at={row.validFrom.toISOString()} />
              {row.until ? (
                <>
                  {" – "}
                  <InstantText at={row.until.toISOString()} />
                </>
              ) : null}
            </p>
            {changesOf(row)}
          </li>
        ))}
      </ul>
      <TableScroll label={t("list.label")} className="hidden md:block">
        <Table>
          <TableHead>
            <TableRow>
              <TableHeader>{t("list.code")}</TableHeader>
              <TableHeader>{t("list.words")}</TableHeader>
              <TableHeader>{t("list.placements")}</TableHeader>
              <TableHeader>{t("list.state")}</TableHeader>
              <TableHeader>{t("list.from")}</TableHeader>
              <TableHeader>{t("list.until")}</TableHeader>
              <TableHeader>{t("list.approvedBy")}</TableHeader>
              {mayPropose ? <TableHeader>{t("list.actions")}</TableHeader> : null}
            </TableRow>
          </TableHead>
          <TableBody>
            {versions.map((row) => (
              <TableRow key={`${row.code} ${row.version}`}>
                <TableCell className="align-top whitespace-nowrap">
                  <Code row={row} />
                </TableCell>
                <TableCell className="min-w-56 align-top">
                  <Lines row={row} />
                </TableCell>
                <TableCell className="align-top">{placementsOf(row)}</TableCell>
                <TableCell className="align-top">
                  <TemplatePill state={row.state} />
                </TableCell>
                <TableCell className="align-top">
                  <InstantText at={row.validFrom.toISOString()} />
                </TableCell>
                <TableCell className="align-top">{row.until ? <InstantText at={row.until.toISOString()} /> : t("none")}</TableCell>
                <TableCell className="align-top whitespace-nowrap">{row.approvedByName ?? t("list.withProduct")}</TableCell>
                {mayPropose ? <TableCell className="align-top">{changesOf(row)}</TableCell> : null}
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
    </>
  );
}

function Code({ row: { code, version, kind } }: { row: TemplateVersion }) {
  const t = useTranslations("templates");
  return (
    <div>
      <span className="font-mono text-[0.8125rem]">{code}</span>
      <span className="block text-xs text-ink-muted">
        {t("list.version", { version })} · {t(`kinds.${kind}`)}
      </span>
    </div>
  );
}

function Lines({ row: { mainLine, subLine } }: { row: TemplateVersion }) {
  return (
    <div lang="zh-CN" className="break-words">
      <span className="block font-medium">{mainLine}</span>
      <span className="block text-xs text-ink-muted">{subLine}</span>
    </div>
  );
}

function Changes({ code, isRetired, isProposed }: { code: string; isRetired: boolean; isProposed: boolean }) {
  const t = useTranslations("templates");
  if (isProposed) return <span className="text-[0.8125rem] whitespace-nowrap text-ink-muted">{t("list.proposed")}</span>;
  const href = `/platform/templates/new?code=${encodeURIComponent(code)}`;
  return (
    <div className="flex gap-2">
      <Button size="sm" asChild>
        <Link href={href}>
          {t("newVersion")}
          <span className="sr-only"> {code}</span>
        </Link>
      </Button>
      {isRetired ? null : (
        <Button size="sm" variant="ghost" asChild>
          <Link href={`${href}&change=retire`}>
            {t("retire")}
            <span className="sr-only"> {code}</span>
          </Link>
        </Button>
      )}
    </div>
  );
}
