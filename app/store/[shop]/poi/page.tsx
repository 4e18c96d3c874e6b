import { PackageOpen } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { PoiRow } from "@/components/labels/poi-row";
import { StoreHead } from "@/components/labels/store-head";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { listStoreGoods } from "@/lib/storefront/store-queries";
import { openStore } from "../open-store";

type PoiPageProps = { params: Promise<{ shop: string }>; searchParams: Promise<Record<"after", string | string[] | undefined>> };

export default async function PoiPage({ params, searchParams }: PoiPageProps) {
  const { ctx, name } = await openStore((await params).shop);
  const t = await getTranslations("store");
  const after = [(await searchParams).after].flat()[0];
  const { goods, next } = await listStoreGoods(ctx, { placement: "POI", after });
  const path = `/store/${ctx.shopId}/poi`;
  if (goods.length === 0) return <EmptyState icon={PackageOpen} title={t("empty.title")} description={t("empty.text")} />;
  return (
    <>
      <h1 className="sr-only">{t("poiTitle")}</h1>
      <StoreHead name={name} note={t("poiAddress")} />
      <h2 className="px-3 pt-4 pb-2 font-semibold">{t("poiGoods")}</h2>
      <ul className="border-y border-line bg-surface">
        {goods.map((row) => (
          <li key={row.productId}>
            <PoiRow goods={row} />
          </li>
        ))}
      </ul>
      <Pager previousHref={after ? path : null} nextHref={next ? `${path}?after=${encodeURIComponent(next)}` : null} />
    </>
  );
}
