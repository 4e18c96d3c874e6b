import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { openShop, orNotFound } from "@/app/gates";
import { ImportWizard } from "@/components/catalog/import-wizard";
import { RecentImports } from "@/components/catalog/recent-imports";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { IMPORT_BYTES_MAX, IMPORT_ROWS_MAX } from "@/lib/catalog/file-limits";
import { getImport, listImports, listRefusedRows } from "@/lib/catalog/import-queries";
import type { ShopContext } from "@/lib/platform/context";

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<Partial<Record<"import" | "after", string | string[]>>> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("title") };
}

export default async function ImportPage({ params, searchParams }: Props) {
  const ctx = await openShop((await params).shop);
  if (!can(ctx, "product:import")) notFound();
  const search = await searchParams;
  const importId = [search.import].flat()[0];
  const after = [search.after].flat()[0];
  const [t, products, initial, { imports, next }] = await Promise.all([getTranslations("imports"), getTranslations("products"), importId ? orNotFound(open(ctx, importId)) : null, listImports(ctx, { after })]);
  const base = `/s/${ctx.shopId}/products`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} breadcrumbs={[{ label: products("title"), href: base }, { label: t("title") }]} />
      <div className="flex flex-col gap-4">
        <ImportWizard key={importId ?? "new"} shopId={ctx.shopId} initial={initial} seesCost={can(ctx, "cost:view")} mayOffer={can(ctx, "offer:edit")} rowsMax={IMPORT_ROWS_MAX} bytesMax={IMPORT_BYTES_MAX} />
        {imports.length > 0 ? (
          <RecentImports imports={imports} base={`${base}/import`} firstHref={after ? `${base}/import` : null} nextHref={next ? `${base}/import?${new URLSearchParams({ after: next })}` : null} />
        ) : null}
      </div>
    </>
  );
}

async function open(ctx: ShopContext, importId: string) {
  const [current, refused] = await Promise.all([getImport(ctx, importId), listRefusedRows(ctx, importId)]);
  return { current, refused };
}
