import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { openShop, orNotFound } from "@/app/gates";
import { LabelStatePill } from "@/components/catalog/label-state-pill";
import { PriceHistoryTable } from "@/components/catalog/price-history-table";
import { RemoveProductButton } from "@/components/catalog/remove-product-button";
import { SkuTable } from "@/components/catalog/sku-table";
import { TagList } from "@/components/catalog/tag-list";
import { LabelHistory } from "@/components/labels/label-history";
import { StatusPill } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { InstantText } from "@/components/ui/date-text";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { listPriceHistory } from "@/lib/catalog/price-history";
import type { Product } from "@/lib/catalog/product";
import { getProduct } from "@/lib/catalog/queries";
import { HISTORY_DAYS_MAX, labelHistory } from "@/lib/labels/label-history";
import { PLACEMENTS, type Placement } from "@/lib/offers/placement";
import { placementSchema } from "@/lib/offers/schema";
import type { ShopContext } from "@/lib/platform/context";
import { findLabelStates } from "@/lib/storefront/label-states";
import { removeProductAction } from "../actions";

type Search = Partial<Record<"placement" | "before" | "pricesBefore", string | string[]>>;
type Props = { params: Promise<{ shop: string; product: string }>; searchParams: Promise<Search> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, product } = await params;
  return { title: (await orNotFound(getProduct(await openShop(shop), product))).title };
}

export default async function ProductPage({ params, searchParams }: Props) {
  const { shop, product: productId } = await params;
  const ctx = await openShop(shop);
  const [t, product, search] = await Promise.all([getTranslations("products"), orNotFound(getProduct(ctx, productId)), searchParams]);
  const base = `/s/${ctx.shopId}/products`;
  const isRemoved = product.skus.length === 0;
  const history = await listPriceHistory(ctx, product.id, { before: [search.pricesBefore].flat()[0] });
  const state = can(ctx, "label:view") && !isRemoved ? (await findLabelStates(ctx, [product.id])).get(product.id) : undefined;
  return (
    <>
      <PageHeader
        title={product.title}
        status={isRemoved ? <StatusPill>{t("detail.removed")}</StatusPill> : state ? <LabelStatePill reason={state.reason} /> : null}
        breadcrumbs={[{ label: t("title"), href: base }, { label: product.title }]}
        actions={
          <>
            {isRemoved || !can(ctx, "label:view") ? null : (
              <Button asChild>
                <Link href={`/s/${ctx.shopId}/labels?product=${product.id}`}>{t("detail.preview")}</Link>
              </Button>
            )}
            {can(ctx, "product:edit") && !isRemoved ? <RemoveProductButton title={product.title} base={base} remove={removeProductAction.bind(null, ctx.shopId, product.id, product.version)} /> : null}
            {can(ctx, "product:edit") ? (
              <Button asChild variant="primary">
                <Link href={`${base}/${product.id}/edit`}>{t("edit")}</Link>
              </Button>
            ) : null}
          </>
        }
      />
      <div className="flex flex-col gap-4">
        {isRemoved ? (
          <Callout tone="info" title={t("detail.removed")}>
            {t("detail.removedText")}
          </Callout>
        ) : (
          <Card title={t("detail.prices")} flush>
            <SkuTable skus={product.skus} seesCost={can(ctx, "cost:view")} />
          </Card>
        )}
        <Card title={t("detail.facts")}>
          <DescriptionList
            columns={2}
            items={[
              { term: t("form.externalId"), value: product.externalId },
              { term: t("columns.category"), value: product.category || t("uncategorized") },
              { term: t("columns.tags"), value: <TagList tags={product.contentTags} label={t("columns.tags")} /> },
              { term: t("detail.created"), value: <InstantText at={product.createdAt} /> },
              { term: t("detail.changed"), value: <InstantText at={product.changedAt} /> },
            ]}
          />
        </Card>
        <Card title={t("history.title")} description={t("history.description")} flush>
          <PriceHistoryTable history={history} olderHref={history.next ? `?${new URLSearchParams({ pricesBefore: history.next })}` : null} showsAuthor={can(ctx, "audit:view")} />
        </Card>
        {can(ctx, "label:view") ? <ShownLabels ctx={ctx} product={product} search={search} /> : null}
      </div>
    </>
  );
}

async function ShownLabels({ ctx, product, search }: { ctx: ShopContext; product: Product; search: Search }) {
  const t = await getTranslations("labels");
  const placement = placementSchema.catch("LIVESTREAM").parse([search.placement].flat()[0]);
  const before = [search.before].flat()[0];
  const beforeDate = before && !Number.isNaN(Date.parse(before)) ? new Date(before) : undefined;
  const history = await labelHistory(ctx, { product: product.id, placement, before: beforeDate });
  const href = (change: { placement?: Placement; before?: string }) => `?${new URLSearchParams({ placement, ...change })}`;
  return (
    <Card
      title={t("history.title")}
      description={t("history.description", { days: HISTORY_DAYS_MAX })}
      flush
      actions={
        <nav aria-label={t("history.placement")} className="flex gap-1">
          {PLACEMENTS.map((one) => (
            <Link
              key={one}
              href={href({ placement: one })}
              scroll={false}
              aria-current={one === placement ? "true" : undefined}
              className={cn("flex min-h-8 items-center rounded-md px-2.5 text-[0.8125rem]", one === placement ? "bg-accent-soft font-medium text-accent-text" : "text-ink-muted hover:bg-hover")}
            >
              {t(`placements.${one}`)}
            </Link>
          ))}
        </nav>
      }
    >
      <LabelHistory
        history={history}
        hrefAt={(at) => `/s/${ctx.shopId}/labels?${new URLSearchParams({ product: product.id, placement, at })}`}
        olderHref={(older) => href({ before: older })}
        latestHref={beforeDate ? href({}) : null}
      />
    </Card>
  );
}
