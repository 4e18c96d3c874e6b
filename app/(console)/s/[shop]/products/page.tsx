import type { Metadata } from "next";
import { Package, SearchX } from "lucide-react";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { openShop } from "@/app/gates";
import { ExportMenu } from "@/components/catalog/export-menu";
import { ProductFilters } from "@/components/catalog/product-filters";
import { ProductTable } from "@/components/catalog/product-table";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/access/require-permission";
import { listCategories, listTags } from "@/lib/catalog/facets";
import { countProducts, hasProducts, listProducts } from "@/lib/catalog/queries";
import { LABEL_REASONS } from "@/lib/labels/label-reason";
import { findLabelStates, listProductsByLabelState, listProductsSortedByLabel } from "@/lib/storefront/label-states";
import { LIST_SORTS, pageHrefs, readFilters, type ProductSearchParams } from "./read-filters";

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<ProductSearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("title") };
}

export default async function ProductsPage({ params, searchParams }: Props) {
  const ctx = await openShop((await params).shop);
  const t = await getTranslations("products");
  const base = `/s/${ctx.shopId}/products`;
  const isEmpty = !(await hasProducts(ctx));
  const actions = (
    <>
      {isEmpty || !can(ctx, "product:import") ? null : <ExportMenu shopId={ctx.shopId} />}
      {can(ctx, "product:edit") ? (
        <Button asChild>
          <Link href={`${base}/new`}>{t("new")}</Link>
        </Button>
      ) : null}
      {can(ctx, "product:import") ? (
        <Button asChild variant="primary">
          <Link href={`${base}/import`}>{t("import")}</Link>
        </Button>
      ) : null}
    </>
  );
  if (isEmpty) {
    return (
      <>
        <PageHeader title={t("title")} description={t("description")} />
        <Card>
          <EmptyState icon={Package} title={t("empty.title")} description={can(ctx, "product:import") ? t("empty.description") : t("empty.descriptionReadOnly")} actions={actions} />
        </Card>
      </>
    );
  }
  const asked = await searchParams;
  const seesCost = can(ctx, "cost:view");
  const seesLabels = can(ctx, "label:view");
  const sorts = LIST_SORTS.filter((one) => (one.startsWith("margin") ? seesCost : one === "label" ? seesLabels : true));
  const { filters, sort, after, state, query } = readFilters(asked, { sorts });
  const isByState = state !== null && seesLabels;
  const [page, total, categories, tags] = await Promise.all([
    isByState ? listProductsByLabelState(ctx, { ...filters, after, state }) : sort === "label" ? listProductsSortedByLabel(ctx, { ...filters, after }) : listProducts(ctx, { ...filters, sort, after }),
    isByState ? null : countProducts(ctx, filters),
    listCategories(ctx),
    listTags(ctx),
  ]);
  const states = seesLabels ? await findLabelStates(ctx, page.products.map(({ id }) => id)) : new Map();
  const summary = total === null ? t("pageSummary", { count: page.products.length }) : t(total.isCapped ? "totalCapped" : "total", { total: total.count, count: page.products.length });
  const pager = <Pager {...pageHrefs(base, query, asked, page.next)} summary={summary} />;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} actions={actions} />
      <Card flush>
        <ProductFilters categories={categories} tags={tags} sorts={sorts} states={LABEL_REASONS.filter((reason) => reason !== "sku-required" && reason !== "not-for-sale" && reason !== "updating")} />
        <ProductTable
          base={base}
          products={page.products.map((product) => ({ ...product, labelReason: states.get(product.id)?.reason ?? null }))}
          empty={
            <>
              <EmptyState icon={SearchX} title={t("noMatch.title")} description={t("noMatch.description")} />
              {page.next ? pager : null}
            </>
          }
          footer={pager}
        />
      </Card>
    </>
  );
}
