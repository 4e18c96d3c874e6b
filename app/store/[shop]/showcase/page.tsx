import { PackageOpen } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { ShowcaseTile } from "@/components/labels/showcase-tile";
import { EmptyState } from "@/components/ui/empty-state";
import { Pager } from "@/components/ui/pager";
import { listStoreGoods } from "@/lib/storefront/store-queries";
import { openStore } from "../open-store";

type ShowcasePageProps = { params: Promise<{ shop: string }>; searchParams: Promise<Record<"after", string | string[] | undefined>> };

export default async function ShowcasePage({ params, searchParams }: ShowcasePageProps) {
  const { ctx } = await openStore((await params).shop);
  const t = await getTranslations("store");
  const after = [(await searchParams).after].flat()[0];
  const { goods, next } = await listStoreGoods(ctx, { placement: "SHOWCASE", after });
  const path = `/store/${ctx.shopId}/showcase`;
  if (goods.length === 0) return <EmptyState icon={PackageOpen} title={t("empty.title")} description={t("empty.text")} />;
  return (
    <>
      <h1 className="sr-only">{t("showcaseTitle")}</h1>
      <h2 className="sr-only">{t("more")}</h2>
      <ul className="grid grid-cols-2 gap-2 p-2 sm:grid-cols-3">
        {goods.map((row) => (
          <li key={row.productId} className="flex [&>*]:w-full">
            <ShowcaseTile goods={row} />
          </li>
        ))}
      </ul>
      <Pager previousHref={after ? path : null} nextHref={next ? `${path}?after=${encodeURIComponent(next)}` : null} />
    </>
  );
}
