import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { notFound } from "next/navigation";
import { openShop } from "@/app/gates";
import { OfferEditor } from "@/components/offers/offer-editor";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getRecommendation } from "@/lib/offers/get-recommendation";
import { newId } from "@/lib/platform/id";
import { editorFacts } from "../editor-facts";

type Props = { params: Promise<{ shop: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offers"))("newTitle") };
}

export default async function NewOfferPage({ params }: Props) {
  const ctx = await openShop((await params).shop);
  if (!can(ctx, "offer:edit")) notFound();
  const t = await getTranslations("offers");
  const recommendation = await getRecommendation(ctx, ({ term, isInterestFree }) => t(isInterestFree ? "recommendedName.zeroInterest" : "recommendedName.plain", { term }));
  const crumbs = [{ label: t("title"), href: `/s/${ctx.shopId}/offers` }, { label: t("newTitle") }];
  if (!recommendation) {
    return (
      <>
        <PageHeader breadcrumbs={crumbs} title={t("newTitle")} />
        <Card>
          <EmptyState
            title={t("noCard")}
            actions={
              <Button asChild>
                <Link href={`/s/${ctx.shopId}/rate-cards`}>{t("noCardAction")}</Link>
              </Button>
            }
          />
        </Card>
      </>
    );
  }
  const { content, reasons } = recommendation;
  return (
    <>
      <PageHeader breadcrumbs={crumbs} title={t("newTitle")} description={t("newDescription")} />
      <OfferEditor {...await editorFacts(ctx, content)} kept={{ offerId: newId("ofr", ctx.clock.now()), draftVersion: 0, revision: 0, content }} reasons={reasons} usedFen={0} />
    </>
  );
}
