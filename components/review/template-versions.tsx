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
  const newest = new Map<string, number>();
  for (const { code, version } of versions) newest.set(code, Math.max(version, newest.get(code) ?? 0));
  return (
    <TableScroll label={t("list.label")}>
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
                <span className="font-mono text-[0.8125rem]">{row.code}</span>
                <span className="block text-xs text-ink-muted">
                  {t("list.version", { version: row.version })} · {t(`kinds.${row.kind}`)}
                </span>
              </TableCell>
              <TableCell lang="zh-CN" className="min-w-56 align-top break-words">
                <span className="block font-medium">{row.mainLine}</span>
                <span className="block text-xs text-ink-muted">{row.subLine}</span>
              </TableCell>
              <TableCell className="align-top">{row.placements.map((placement) => t(`placements.${placement}`)).join(t("separator"))}</TableCell>
              <TableCell className="align-top">
                <TemplatePill state={row.state} />
              </TableCell>
              <TableCell className="align-top">
                <InstantText at={row.validFrom.toISOString()} />
              </TableCell>
              <TableCell className="align-top">{row.until ? <InstantText at={row.until.toISOString()} /> : t("none")}</TableCell>
              <TableCell className="align-top whitespace-nowrap">{row.approvedByName ?? t("list.withProduct")}</TableCell>
              {mayPropose ? <TableCell className="align-top">{newest.get(row.code) === row.version ? <Changes code={row.code} isRetired={row.status === "retired"} isProposed={proposedCodes.has(row.code)} /> : null}</TableCell> : null}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
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
