import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { RefusedPage } from "./import-api";
import { reasonText } from "./reason-text";

export function RefusedRowsTable({ refused, errorFileHref }: { refused: RefusedPage; errorFileHref: string }) {
  const t = useTranslations("imports");
  return (
    <Card
      title={t("refused.title")}
      flush
      actions={
        <Button asChild size="sm">
          <a href={errorFileHref} download>
            <Download aria-hidden />
            {t("refused.download")}
          </a>
        </Button>
      }
    >
      <TableScroll label={t("refused.label")} className="max-h-[28rem] overflow-y-auto">
        <Table>
          <TableHead className="sticky top-0">
            <tr>
              <TableHeader className="w-16">{t("refused.line")}</TableHeader>
              <TableHeader>{t("refused.reasons")}</TableHeader>
              <TableHeader>{t("refused.content")}</TableHeader>
            </tr>
          </TableHead>
          <TableBody>
            {refused.rows.map((row) => (
              <TableRow key={row.line}>
                <TableCell className="tabular text-ink-muted">{row.line}</TableCell>
                <TableCell className="min-w-56 text-danger-text">{row.reasons.map((reason) => reasonText(t, reason)).join(t("refused.separator"))}</TableCell>
                <TableCell className="min-w-72 text-[0.8125rem] break-words text-ink-muted">{row.cells.filter((cell) => cell.trim() !== "").join(" · ")}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      {refused.next === null ? null : <p className="border-t border-line px-4 py-2 text-[0.8125rem] text-ink-muted">{t("refused.more", { count: refused.rows.length })}</p>}
    </Card>
  );
}
