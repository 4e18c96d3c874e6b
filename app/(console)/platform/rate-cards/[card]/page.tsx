import { Plus } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openPlatform, orNotFound } from "@/app/gates";
import { Period } from "@/components/rate-cards/card-versions";
import { RateCardDetail } from "@/components/rate-cards/rate-card-detail";
import { VersionPill } from "@/components/rate-cards/version-pill";
import { Button } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { getCardDossier } from "@/lib/rate-cards/card-overview";

type Props = { params: Promise<{ card: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rateCards"))("title") };
}

export default async function PlatformRateCardPage({ params }: Props) {
  const { card: cardId } = await params;
  const ctx = await openPlatform();
  const { card, standing, replaced, facts } = await orNotFound(getCardDossier(ctx, cardId));
  const t = await getTranslations("rateCards");
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/platform/rate-cards" }, { label: `v${card.version}` }]}
        title={t("cardTitle", { name: card.name, version: card.version })}
        status={<VersionPill state={standing.state} />}
        description={<Period from={card.fromDate} standing={standing} />}
        actions={
          can(ctx, "rate-card:publish") ? (
            <Button variant="primary" asChild>
              <Link href={`/platform/rate-cards/new?channel=${card.channel}`}>
                <Plus aria-hidden />
                {t("newVersion")}
              </Link>
            </Button>
          ) : null
        }
      />
      <RateCardDetail card={card} facts={{ policies: facts.policies, lprRates: facts.lprRates }} today={shanghaiDateOf(ctx.clock.now())} replaced={replaced} />
    </>
  );
}
