import { ExternalLink } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openShop } from "@/app/gates";
import { AttentionList } from "@/components/home/attention-list";
import { LiveOffers } from "@/components/home/live-offers";
import { RecentNotices } from "@/components/home/recent-notices";
import { SetupGuide } from "@/components/home/setup-guide";
import { LabelCounts } from "@/components/labels/label-counts";
import { StopBanner } from "@/components/labels/stop-banner";
import { SectionMessages } from "@/components/shell/section-messages";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { listProducts } from "@/lib/catalog/queries";
import { findLabelStop } from "@/lib/labels/queries";
import { listNotifications } from "@/lib/notifications/queries";
import { countOffersByState, listOffers } from "@/lib/offers/queries";
import { getShop } from "@/lib/shops/queries";
import { countLabelStates } from "@/lib/storefront/label-states";
import { mayTake, nextSetupStep } from "@/lib/storefront/shop-progress";
import { attentionOf } from "./attention";
import { liftStopAction } from "./labels/actions";

const LIVE_SHOWN = 6;
const NOTICES_SHOWN = 5;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("home"))("title") };
}

export default async function HomePage({ params }: { params: Promise<{ shop: string }> }) {
  const ctx = await openShop((await params).shop);
  const t = await getTranslations("home");
  const [shop, first, offers, live, labels, stop, notices] = await Promise.all([
    getShop(ctx),
    listProducts(ctx, { limit: 1 }),
    countOffersByState(ctx),
    listOffers(ctx, { state: "live", limit: LIVE_SHOWN }),
    countLabelStates(ctx),
    findLabelStop(ctx),
    listNotifications(ctx),
  ]);
  const base = `/s/${ctx.shopId}`;
  const step = nextSetupStep({ hasProducts: first.products.length > 0, offers, labelled: labels.labelled });
  return (
    <>
      <PageHeader
        title={shop.name}
        description={t(step ? "descriptionSetup" : "description")}
        actions={
          step ? null : (
            <Button asChild>
              <a href={`/store/${ctx.shopId}`} target="_blank" rel="noreferrer">
                <ExternalLink aria-hidden />
                {t("openStore")}
              </a>
            </Button>
          )
        }
      />
      {stop ? (
        <SectionMessages of={["labels"]}>
          <StopBanner stop={stop} lift={can(ctx, "label:stop") ? liftStopAction.bind(null, ctx.shopId) : null} />
        </SectionMessages>
      ) : null}
      {step ? (
        <SetupGuide
          current={step}
          mayGoOn={mayTake(ctx, step)}
          hrefs={{ import: `${base}/products/import`, offer: `${base}/offers/new`, live: `${base}/labels` }}
          byHandHref={`${base}/products/new`}
        />
      ) : (
        <>
          <LabelCounts counts={labels} productsPath={`${base}/products`} />
          <div className="grid items-start gap-4 lg:grid-cols-[3fr_2fr]">
            <LiveOffers offers={live.rows} base={base} mayCreate={can(ctx, "offer:edit")} />
            <div className="grid gap-4">
              <AttentionList items={attentionOf({ live: live.rows, counts: offers, base, now: ctx.clock.now() })} />
              <RecentNotices shopId={ctx.shopId} rows={notices.rows.slice(0, NOTICES_SHOWN)} />
            </div>
          </div>
        </>
      )}
    </>
  );
}
