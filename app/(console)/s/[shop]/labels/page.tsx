import { ExternalLink, Tags } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openShop } from "@/app/gates";
import { LabelCounts } from "@/components/labels/label-counts";
import { StopBanner } from "@/components/labels/stop-banner";
import { StopLabelsButton } from "@/components/labels/stop-labels-button";
import { StopLog } from "@/components/labels/stop-log";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { listProducts } from "@/lib/catalog/queries";
import { findLabelStop, listLabelStops } from "@/lib/labels/queries";
import { getShop } from "@/lib/shops/queries";
import { countLabelStates } from "@/lib/storefront/label-states";
import { liftStopAction, stopLabelsAction } from "./actions";
import { LabelPreviews } from "./label-previews";
import { readLabelsQuery, type RawQuery } from "./labels-query";

type LabelsPageProps = { params: Promise<{ shop: string }>; searchParams: Promise<RawQuery> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("labels"))("title") };
}

export default async function LabelsPage({ params, searchParams }: LabelsPageProps) {
  const ctx = await openShop((await params).shop);
  const t = await getTranslations("labels");
  const query = readLabelsQuery(await searchParams);
  const base = `/s/${ctx.shopId}`;
  const [stop, first, shop, { rows: stops }] = await Promise.all([findLabelStop(ctx), listProducts(ctx, { limit: 1 }), getShop(ctx), listLabelStops(ctx)]);
  const product = query.product ?? first.products[0]?.id ?? null;
  const mayStop = can(ctx, "label:stop");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          <>
            <Button asChild>
              <a href={`/store/${ctx.shopId}`} target="_blank" rel="noreferrer">
                <ExternalLink aria-hidden />
                {t("openStore")}
              </a>
            </Button>
            {mayStop && !stop ? <StopLabelsButton stop={stopLabelsAction.bind(null, ctx.shopId)} /> : null}
          </>
        }
      />
      {stop ? <StopBanner stop={stop} lift={mayStop ? liftStopAction.bind(null, ctx.shopId) : null} /> : null}
      {product === null ? (
        <Card>
          <EmptyState
            icon={Tags}
            title={t("empty.title")}
            description={t("empty.text")}
            actions={
              <>
                <Button asChild variant="primary">
                  <Link href={`${base}/products/import`}>{t("empty.import")}</Link>
                </Button>
                <Button asChild>
                  <Link href={`${base}/offers/new`}>{t("empty.offer")}</Link>
                </Button>
              </>
            }
          />
        </Card>
      ) : (
        <>
          <LabelCounts counts={await countLabelStates(ctx)} productsPath={`${base}/products`} />
          <LabelPreviews ctx={ctx} product={product} query={query} shopName={shop.name} />
        </>
      )}
      {stops.length > 0 ? (
        <Card title={t("stop.log")} className="mt-4">
          <StopLog rows={stops} />
        </Card>
      ) : null}
    </>
  );
}
