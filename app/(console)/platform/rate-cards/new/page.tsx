import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import { openPlatform } from "@/app/gates";
import { policyNames } from "@/components/rate-cards/policy-names";
import { RateCardForm } from "@/components/rate-cards/rate-card-form";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { cardInForce } from "@/lib/rate-cards/card-in-force";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { blankCard } from "@/lib/rate-cards/blank-card";
import { publishRateCardAction } from "../actions";

type Props = { searchParams: Promise<{ channel?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("rateCards"))("newVersion") };
}

export default async function NewRateCardPage({ searchParams }: Props) {
  const ctx = await openPlatform();
  if (!can(ctx, "rate-card:publish")) notFound();
  const { channel } = await searchParams;
  const today = shanghaiDateOf(ctx.clock.now());
  const facts = await getMarketFacts(ctx);
  const newest = facts.rateCards.filter((card) => card.channel === channel).at(-1);
  const basis = typeof channel === "string" ? (cardInForce(facts.rateCards, channel, today) ?? newest ?? null) : null;
  const t = await getTranslations("rateCards");
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: "/platform/rate-cards" }, { label: t(basis ? "newVersion" : "newChannel") }]}
        title={basis ? t("form.title", { name: basis.name, version: (newest?.version ?? 0) + 1 }) : t("newChannel")}
        description={t(basis ? "form.description" : "form.newChannelDescription")}
      />
      <RateCardForm
        basis={basis ?? blankCard(today)}
        isNewChannel={basis === null}
        facts={facts}
        today={today}
        policyNames={policyNames(facts.policies, await getLocale())}
        publish={publishRateCardAction}
      />
    </>
  );
}
