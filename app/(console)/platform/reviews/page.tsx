import { ListChecks } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openPlatform, orNotFound } from "@/app/gates";
import { ClaimNextButton } from "@/components/review/claim-next-button";
import { QueueList } from "@/components/review/queue-list";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { Stat, StatGroup } from "@/components/ui/stat";
import { can } from "@/lib/access/require-permission";
import { listQueue, QUEUE_FILTERS } from "@/lib/review/queue";
import { claimNextAction } from "./actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("title") };
}

export default async function ReviewsPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  const search = await searchParams;
  const filter = QUEUE_FILTERS.find((known) => known === [search.filter].flat()[0]) ?? "open";
  const page = Math.max(1, Number([search.page].flat()[0]) || 1);
  const { rows, hasMore, counts } = await orNotFound(listQueue(ctx, { filter, page }));
  const t = await getTranslations("reviews");
  const href = (next: number) => `/platform/reviews?filter=${filter}&page=${next}`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={can(ctx, "review:decide") ? <ClaimNextButton claimNext={claimNextAction} /> : null} />
      <StatGroup className="mb-4">
        <Stat label={t("counts.open")} value={counts.open} />
        <Stat label={t("counts.overdue")} value={counts.overdue} />
        <Stat label={t("counts.secondLook")} value={counts["second-look"]} />
        <Stat label={t("counts.escalated")} value={counts.escalated} />
      </StatGroup>
      <Card flush>
        <nav aria-label={t("filterLabel")} className="flex flex-wrap gap-2 border-b border-line px-4 py-2">
          {QUEUE_FILTERS.map((known) => (
            <Button key={known} size="sm" variant={known === filter ? "secondary" : "ghost"} asChild>
              <Link href={`/platform/reviews?filter=${known}`} aria-current={known === filter ? "page" : undefined}>
                {t(`filters.${known}`)}
              </Link>
            </Button>
          ))}
        </nav>
        {rows.length === 0 ? <EmptyState icon={ListChecks} title={t("empty.title")} description={t("empty.text")} /> : <QueueList rows={rows} />}
        <Pager previousHref={page > 1 ? href(page - 1) : null} nextHref={hasMore ? href(page + 1) : null} />
      </Card>
    </>
  );
}
