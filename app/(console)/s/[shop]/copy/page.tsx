import { FileText, Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openShop } from "@/app/gates";
import { CopyList } from "@/components/review/copy-list";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/access/require-permission";
import { listCopies } from "@/lib/review/queries";

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("copy"))("title") };
}

export default async function CopyPage({ params, searchParams }: Props) {
  const ctx = await openShop((await params).shop);
  const search = await searchParams;
  const after = [search.after].flat()[0];
  const archived = search.archived !== undefined;
  const t = await getTranslations("copy");
  const { rows, next } = await listCopies(ctx, { after, archived });
  const base = `/s/${ctx.shopId}/copy`;
  const mayEdit = can(ctx, "copy:edit");
  const isEmpty = rows.length === 0 && !after;
  const write = (
    <Button variant="primary" asChild>
      <Link href={`${base}/new`}>
        <Plus aria-hidden />
        {t("new")}
      </Link>
    </Button>
  );
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={mayEdit && !isEmpty ? write : null} />
      <Card flush>
        <nav aria-label={t("filter.label")} className="flex gap-2 border-b border-line px-4 py-2">
          <Button size="sm" asChild variant={archived ? "ghost" : "secondary"}>
            <Link href={base} aria-current={archived ? undefined : "page"}>
              {t("filter.current")}
            </Link>
          </Button>
          <Button size="sm" asChild variant={archived ? "secondary" : "ghost"}>
            <Link href={`${base}?archived`} aria-current={archived ? "page" : undefined}>
              {t("filter.archived")}
            </Link>
          </Button>
        </nav>
        {isEmpty ? (
          <EmptyState icon={FileText} title={t(archived ? "empty.archived" : "empty.title")} description={archived ? null : t("empty.text")} actions={mayEdit && !archived ? write : null} />
        ) : (
          <>
            <CopyList base={base} rows={rows} />
            <Pager previousHref={after ? (archived ? `${base}?archived` : base) : null} nextHref={next ? `${base}?${archived ? "archived&" : ""}after=${encodeURIComponent(next)}` : null} />
          </>
        )}
      </Card>
    </>
  );
}
