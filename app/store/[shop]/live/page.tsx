import { PackageOpen } from "lucide-react";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { orNotFound } from "@/app/gates";
import { GoodsPrice } from "@/components/labels/goods-price";
import { LivestreamCard, LivestreamScene } from "@/components/labels/livestream-card";
import { SkuLinks } from "@/components/labels/sku-links";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { getStoreGoods, listStoreGoods } from "@/lib/storefront/store-queries";
import { openStore } from "../open-store";

type LivePageProps = { params: Promise<{ shop: string }>; searchParams: Promise<Record<"product" | "sku" | "after", string | string[] | undefined>> };

export default async function LivePage({ params, searchParams }: LivePageProps) {
  const { ctx, name } = await openStore((await params).shop);
  const t = await getTranslations("store");
  const query = await searchParams;
  const [product, sku, after] = [query.product, query.sku, query.after].map((value) => [value].flat()[0]);
  const { goods, next } = await listStoreGoods(ctx, { placement: "LIVESTREAM", after });
  const shown = product ? await orNotFound(getStoreGoods(ctx, { placement: "LIVESTREAM", product, sku })) : goods[0];
  const path = `/store/${ctx.shopId}/live`;
  if (!shown) return <EmptyState icon={PackageOpen} title={t("empty.title")} description={t("empty.text")} />;
  return (
    <>
      <h1 className="sr-only">{t("nav.live")}</h1>
      <div className="relative flex h-[26rem] flex-col">
        <LivestreamScene shopName={name} />
        <div className="absolute inset-x-3 bottom-3">
          <LivestreamCard goods={shown} />
        </div>
      </div>
      <div className="px-3 pt-3 empty:hidden">
        <SkuLinks goods={shown} path={path} />
      </div>
      <h2 className="px-3 pt-4 pb-2 font-semibold">{t("more")}</h2>
      <ul className="border-y border-line bg-surface">
        {goods.map((row) => (
          <li key={row.productId} className="border-b border-line last:border-b-0">
            <Link href={`${path}?product=${encodeURIComponent(row.productId)}`} aria-current={row.productId === shown.productId ? "true" : undefined} className="flex min-h-11 items-center justify-between gap-3 px-3 py-2 hover:bg-hover">
              <span className="min-w-0 truncate">{row.title}</span>
              <GoodsPrice goods={row} className="shrink-0" />
            </Link>
          </li>
        ))}
      </ul>
      <Pager previousHref={after ? path : null} nextHref={next ? `${path}?after=${encodeURIComponent(next)}` : null} />
    </>
  );
}
