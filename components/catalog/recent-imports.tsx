import Link from "next/link";
import { useTranslations } from "next-intl";
import { StatusPill } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { Pager } from "@/components/ui/pager";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { ProductImport } from "@/lib/catalog/import-schema";

export function RecentImports({ imports, base, firstHref, nextHref }: { imports: readonly ProductImport[]; base: string; firstHref: string | null; nextHref: string | null }) {
  const t = useTranslations("imports");
  return (
    <Card title={t("recent.title")} flush>
      <TableScroll label={t("recent.label")}>
        <Table>
          <TableHead>
            <tr>
              <TableHeader>{t("recent.file")}</TableHeader>
              <TableHeader>{t("recent.when")}</TableHeader>
              <TableHeader>{t("recent.state")}</TableHeader>
              <TableHeader>{t("recent.result")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {imports.map((one) => (
              <TableRow key={one.id}>
                <TableCell className="min-w-40">
                  <Link href={`${base}?import=${one.id}`} className="inline-flex min-h-6 items-center break-all text-accent-text hover:underline">
                    {one.fileName}
                  </Link>
                </TableCell>
                <TableCell>
                  <InstantText at={one.createdAt} />
                </TableCell>
                <TableCell>
                  <StatusPill tone={one.state === "committed" ? "success" : one.state === "failed" ? "danger" : "warning"}>{t(`states.${one.state}`)}</StatusPill>
                </TableCell>
                <TableCell className="min-w-48">
                  {one.state !== "committed" ? (one.rowCount > 0 ? t("check.rowsUnit", { count: one.rowCount }) : null) : t("recent.summary", { created: one.createdCount, updated: one.updatedCount, refused: one.refusedCount })}
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      <Pager previousHref={firstHref} nextHref={nextHref} />
    </Card>
  );
}
