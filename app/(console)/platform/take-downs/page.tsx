import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openPlatform } from "@/app/gates";
import { TakeDownForm } from "@/components/review/take-down-form";
import { Card } from "@/components/ui/card";
import { InstantText } from "@/components/ui/date-text";
import { PageHeader } from "@/components/ui/page-header";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import { can } from "@/lib/access/require-permission";
import { listTakeDowns } from "@/lib/review/take-down-phrase";
import { previewAction, takeDownAction } from "./actions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("takeDown.title") };
}

export default async function TakeDownsPage() {
  const ctx = await openPlatform();
  if (!can(ctx, "review:lead")) notFound();
  const t = await getTranslations("reviews.takeDown");
  const rows = await listTakeDowns(ctx);
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <TakeDownForm preview={previewAction} takeDown={takeDownAction} />
      <Card title={t("past")} className="mt-4" flush={rows.length > 0}>
        {rows.length === 0 ? (
          <p className="text-ink-muted">{t("none")}</p>
        ) : (
          <TableScroll label={t("past")}>
            <Table>
              <TableHead>
                <TableRow>
                  <TableHeader>{t("phrase")}</TableHeader>
                  <TableHeader>{t("reason")}</TableHeader>
                  <TableHeader align="end">{t("fallen")}</TableHeader>
                  <TableHeader>{t("by")}</TableHeader>
                </TableRow>
              </TableHead>
              <TableBody>
                {rows.map((row) => (
                  <TableRow key={row.id}>
                    <TableCell lang="zh-CN" className="font-medium">
                      {row.phrase}
                    </TableCell>
                    <TableCell className="break-words">{row.reason}</TableCell>
                    <TableCell align="end">{row.fallen}</TableCell>
                    <TableCell>
                      {row.byName} <InstantText at={row.at} />
                    </TableCell>
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </TableScroll>
        )}
      </Card>
    </>
  );
}
