import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openPlatform, orNotFound } from "@/app/gates";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { Stat, StatGroup } from "@/components/ui/stat";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import { CATEGORIES } from "@/lib/copy-check/rule-set";
import { getReviewNumbers, NUMBERS_DAYS } from "@/lib/review/review-numbers";

type Props = { searchParams: Promise<{ days?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("numbers.title") };
}

export default async function ReviewNumbersPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  const wanted = Number([(await searchParams).days].flat()[0]);
  const days = NUMBERS_DAYS.find((known) => known === wanted) ?? 30;
  const numbers = await orNotFound(getReviewNumbers(ctx, days));
  const t = await getTranslations("reviews.numbers");
  const copy = await getTranslations("copy");
  const share = (part: number, whole: number) => (whole === 0 ? t("noShare") : t("share", { percent: Math.round((part / whole) * 100), part, whole }));
  const said = numbers.upheld + numbers.overruled;
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={NUMBERS_DAYS.map((known) => (
          <Button key={known} size="sm" variant={known === days ? "secondary" : "ghost"} asChild>
            <Link href={`/platform/review-numbers?days=${known}`} aria-current={known === days ? "page" : undefined}>
              {t("days", { days: known })}
            </Link>
          </Button>
        ))}
      />
      <StatGroup className="mb-4">
        <Stat label={t("open")} value={numbers.queue.open} note={t("overdue", { count: numbers.queue.overdue })} />
        <Stat label={t("age")} value={t("hours", { hours: numbers.queue.medianHours })} note={t("oldest", { hours: numbers.queue.oldestHours })} />
        <Stat label={t("inTime")} value={share(numbers.inTime, numbers.decided)} note={t("toDecide", { hours: numbers.medianHoursToDecide })} />
        <Stat label={t("agreement")} value={share(numbers.upheld, said)} note={t("missed", { missed: numbers.missedByMachine, passed: numbers.passedByMachine })} />
      </StatGroup>
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Card title={t("byReviewer")} flush={numbers.reviewers.length > 0}>
          {numbers.reviewers.length === 0 ? (
            <p className="text-ink-muted">{t("none")}</p>
          ) : (
            <TableScroll label={t("byReviewer")}>
              <Table>
                <TableHead>
                  <TableRow>
                    <TableHeader>{t("reviewer")}</TableHeader>
                    <TableHeader align="end">{t("decisions")}</TableHeader>
                    <TableHeader align="end">{t("secondLooks")}</TableHeader>
                    <TableHeader align="end">{t("overrules")}</TableHeader>
                    <TableHeader align="end">{t("escalations")}</TableHeader>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {numbers.reviewers.map((row) => (
                    <TableRow key={row.by}>
                      <TableCell>{row.name}</TableCell>
                      <TableCell align="end">{row.decisions}</TableCell>
                      <TableCell align="end">{row.secondLooks}</TableCell>
                      <TableCell align="end">{row.overrules}</TableCell>
                      <TableCell align="end">{row.escalations}</TableCell>
                    </TableRow>
                  ))}
                </TableBody>
              </Table>
            </TableScroll>
          )}
        </Card>
        <Card title={t("byCategory")} description={t("byCategoryText")} flush={numbers.byCategory.length > 0}>
          {numbers.byCategory.length === 0 ? (
            <p className="text-ink-muted">{t("none")}</p>
          ) : (
            <TableScroll label={t("byCategory")}>
              <Table>
                <TableHead>
                  <TableRow>
                    <TableHeader>{t("category")}</TableHeader>
                    <TableHeader align="end">{t("upheld")}</TableHeader>
                    <TableHeader align="end">{t("overrules")}</TableHeader>
                  </TableRow>
                </TableHead>
                <TableBody>
                  {numbers.byCategory.map((row) => {
                    const known = CATEGORIES.find((category) => category === row.category);
                    return (
                      <TableRow key={row.category}>
                        <TableCell>{known ? copy(`categories.${known}`) : row.category}</TableCell>
                        <TableCell align="end">{row.upheld}</TableCell>
                        <TableCell align="end">{row.overruled}</TableCell>
                      </TableRow>
                    );
                  })}
                </TableBody>
              </Table>
            </TableScroll>
          )}
        </Card>
      </div>
    </>
  );
}
