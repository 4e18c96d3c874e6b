import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openPlatform } from "@/app/gates";
import { RateCardsOverview } from "@/components/rate-cards/rate-cards-overview";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getCardOverview } from "@/lib/rate-cards/card-overview";

type Props = { searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rateCards"))("title") };
}

export default async function PlatformRateCardsPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  const { after } = await searchParams;
  const overview = await getCardOverview(ctx, { after: typeof after === "string" ? after : undefined });
  const t = await getTranslations("rateCards");
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          can(ctx, "rate-card:publish") ? (
            <>
              <Button asChild>
                <Link href="/platform/rate-cards/new?channel=new">{t("newChannel")}</Link>
              </Button>
              {overview.inForce.slice(0, 1).map((card) => (
                <Button key={card.id} variant="primary" asChild>
                  <Link href={`/platform/rate-cards/new?channel=${card.channel}`}>
                    <Plus aria-hidden />
                    {t("newVersion")}
                  </Link>
                </Button>
              ))}
            </>
          ) : null
        }
      />
      <RateCardsOverview base="/platform" {...overview} />
    </>
  );
}
