import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openShop, orNotFound } from "@/app/gates";
import { Period } from "@/components/rate-cards/card-versions";
import { RateCardDetail } from "@/components/rate-cards/rate-card-detail";
import { VersionPill } from "@/components/rate-cards/version-pill";
import { PageHeader } from "@/components/ui/page-header";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { getCardDossier } from "@/lib/rate-cards/card-overview";

type Props = { params: Promise<{ shop: string; card: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rateCards"))("title") };
}

export default async function RateCardPage({ params }: Props) {
  const { shop, card: cardId } = await params;
  const ctx = await openShop(shop);
  const { card, standing, replaced, facts } = await orNotFound(getCardDossier(ctx, cardId));
  const t = await getTranslations("rateCards");
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: `/s/${ctx.shopId}/rate-cards` }, { label: `v${card.version}` }]}
        title={t("cardTitle", { name: card.name, version: card.version })}
        status={<VersionPill state={standing.state} />}
        description={<Period from={card.fromDate} standing={standing} />}
      />
      <RateCardDetail card={card} facts={{ policies: facts.policies, lprRates: facts.lprRates }} today={shanghaiDateOf(ctx.clock.now())} replaced={replaced} />
    </>
  );
}
