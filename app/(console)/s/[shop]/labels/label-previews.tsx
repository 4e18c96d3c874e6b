import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/gates";
import { HistoryPlacements } from "@/components/labels/history-placements";
import { LabelExplanation } from "@/components/labels/label-explanation";
import { LabelHistory } from "@/components/labels/label-history";
import { LabelPicker } from "@/components/labels/label-picker";
import { PlacementPreview } from "@/components/labels/placement-preview";
import { Card } from "@/components/ui/card";
import { HISTORY_DAYS_MAX, labelHistory } from "@/lib/labels/label-history";
import type { ShopContext } from "@/lib/platform/context";
import { PLACEMENTS } from "@/lib/offers/placement";
import { getPreviews } from "@/lib/storefront/previews";
import { searchProductsAction } from "./actions";
import { toLocalText, type LabelsQuery } from "./labels-query";

/** One product at the three placements, now or at an instant, with the reasons and what was shown before. */
export async function LabelPreviews({ ctx, product, query, shopName }: { ctx: ShopContext; product: string; query: LabelsQuery; shopName: string }) {
  const t = await getTranslations("labels");
  const sku = query.sku ?? undefined;
  const { current, previews } = await orNotFound(getPreviews(ctx, { product, sku, amount: query.amount ?? undefined, at: query.at ?? undefined }));
  const history = await orNotFound(labelHistory(ctx, { product: current.productId, sku, placement: query.history, before: query.before ?? undefined }));
  const base = `/s/${ctx.shopId}`;
  const hrefOf = (change: Record<string, string | null>) => {
    const kept = { product: current.productId, sku: query.sku, at: query.at?.toISOString() ?? null, amount: query.amountText || null, placement: query.history as string, before: null, ...change };
    return `${base}/labels?${new URLSearchParams(Object.entries(kept).filter((entry): entry is [string, string] => entry[1] !== null)).toString()}`;
  };
  const when = toLocalText(query.at).replace("T", " ");
  const isFuture = query.at !== null && query.at > ctx.clock.now();
  return (
    <>
      <Card title={t("preview.title")} description={query.at ? t(isFuture ? "preview.future" : "preview.at", { at: when }) : t("preview.now")}>
        <LabelPicker
          path={`${base}/labels`}
          product={{ value: current.productId, label: current.title, hint: current.externalId }}
          skus={current.skus.map(({ skuId, name, code }) => ({ value: skuId, label: name || code }))}
          sku={query.sku}
          at={toLocalText(query.at)}
          amount={query.amountText}
          search={searchProductsAction.bind(null, ctx.shopId)}
        />
        <div className="mt-5 grid gap-6 lg:grid-cols-3">
          {previews.map(({ goods, explanation }) => (
            <section key={goods.placement} aria-label={t(`placements.${goods.placement}`)} className="flex min-w-0 flex-col gap-4">
              <h3 className="text-center font-semibold">{t(`placements.${goods.placement}`)}</h3>
              <PlacementPreview goods={goods} shopName={shopName} />
              <LabelExplanation explanation={explanation} offersPath={`${base}/offers`} />
            </section>
          ))}
        </div>
      </Card>
      <Card
        title={t("history.title")}
        description={t("history.description", { days: HISTORY_DAYS_MAX })}
        className="mt-4"
        flush
        actions={<HistoryPlacements current={query.history} links={PLACEMENTS.map((placement) => ({ placement, href: hrefOf({ placement }) }))} />}
      >
        <LabelHistory history={history} hrefAt={(at) => hrefOf({ at })} olderHref={(before) => hrefOf({ before })} latestHref={query.before ? hrefOf({}) : null} />
      </Card>
    </>
  );
}
