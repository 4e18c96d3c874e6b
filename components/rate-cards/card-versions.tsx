import { useTranslations } from "next-intl";
import Link from "next/link";
import { Badge } from "@/components/ui/badge";
import { CalendarDateText, InstantText } from "@/components/ui/date-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { RateCard } from "@/lib/quote/schema";
import type { Standing } from "@/lib/rate-cards/version-state";
import { FeePercent } from "./fee-percent";
import { VersionPill } from "./version-pill";

export interface CardVersion {
  card: RateCard;
  standing: Standing;
  publishedAt: string;
}

/** Every version with the days it holds, newest start first. */
export function CardVersions({ versions, base }: { versions: readonly CardVersion[]; base: string }) {
  const t = useTranslations("rateCards");
  return (
    <TableScroll label={t("versions.title")}>
      <Table aria-label={t("versions.title")}>
        <TableHead>
          <TableRow>
            <TableHeader>{t("versions.version")}</TableHeader>
            <TableHeader>{t("versions.state")}</TableHeader>
            <TableHeader>{t("versions.period")}</TableHeader>
            <TableHeader>{t("versions.consumerFees")}</TableHeader>
            <TableHeader>{t("versions.publishedAt")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {versions.map(({ card, standing, publishedAt }) => (
            <TableRow key={card.id} className="hover:bg-hover/60">
              <TableCell>
                <Link href={`${base}/rate-cards/${card.id}`} className="inline-flex min-h-6 items-center font-medium text-accent-text underline-offset-4 hover:underline">
                  <span lang="zh-CN">{card.name}</span>
                  <span className="ml-1.5">v{card.version}</span>
                </Link>
                {card.isSample ? (
                  <Badge tone="warning" className="ml-2">
                    {t("sample.badge")}
                  </Badge>
                ) : null}
              </TableCell>
              <TableCell>
                <VersionPill state={standing.state} />
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <Period from={card.fromDate} standing={standing} />
              </TableCell>
              <TableCell className="whitespace-nowrap">
                <ul className="flex flex-wrap gap-x-3">
                  {card.rows
                    .filter((row) => row.payer === "consumer")
                    .map((row) => (
                      <li key={row.term}>
                        {t("termCount", { term: row.term })} <FeePercent bps={row.feeBps} />
                      </li>
                    ))}
                </ul>
              </TableCell>
              <TableCell>
                <InstantText at={publishedAt} />
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  );
}

export function Period({ from, standing }: { from: string; standing: Standing }) {
  const t = useTranslations("rateCards");
  if (standing.state === "replaced") return <>{t("versions.neverHeld", { date: from })}</>;
  if (!standing.lastDay) return <>{t("versions.from", { date: from })}</>;
  return (
    <>
      <CalendarDateText date={from} /> – <CalendarDateText date={standing.lastDay} />
    </>
  );
}
