import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openShop } from "@/app/gates";
import { RateCardsOverview } from "@/components/rate-cards/rate-cards-overview";
import { PageHeader } from "@/components/ui/page-header";
import { getCardOverview } from "@/lib/rate-cards/card-overview";

type Props = { params: Promise<{ shop: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rateCards"))("title") };
}

export default async function RateCardsPage({ params, searchParams }: Props) {
  const ctx = await openShop((await params).shop);
  const { after } = await searchParams;
  const overview = await getCardOverview(ctx, { after: typeof after === "string" ? after : undefined });
  const t = await getTranslations("rateCards");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <RateCardsOverview base={`/s/${ctx.shopId}`} {...overview} />
    </>
  );
}
