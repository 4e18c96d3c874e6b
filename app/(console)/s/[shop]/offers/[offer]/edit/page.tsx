import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { notFound, redirect } from "next/navigation";
import { openShop, orNotFound } from "@/app/gates";
import { OfferEditor } from "@/components/offers/offer-editor";
import { OfferStatePill } from "@/components/offers/offer-state-pill";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getOffer } from "@/lib/offers/queries";
import { editorFacts } from "../../editor-facts";

type Props = { params: Promise<{ shop: string; offer: string }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offers"))("detail.edit") };
}

export default async function EditOfferPage({ params }: Props) {
  const { shop, offer: offerId } = await params;
  const ctx = await openShop(shop);
  if (!can(ctx, "offer:edit")) notFound();
  const [t, offer] = await Promise.all([getTranslations("offers"), orNotFound(getOffer(ctx, offerId))]);
  const here = `/s/${ctx.shopId}/offers`;
  if (offer.endedByHand) redirect(`${here}/${encodeURIComponent(offerId)}`);
  const { draft, draftVersion, revision, state, budget } = offer;
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: here }, { label: draft.name, href: `${here}/${encodeURIComponent(offerId)}` }, { label: t("detail.edit") }]}
        title={t("editTitle", { name: draft.name })}
        description={t("editDescription")}
        status={<OfferStatePill state={state} />}
      />
      <OfferEditor {...await editorFacts(ctx, draft, offerId)} kept={{ offerId, draftVersion, revision, content: draft }} reasons={[]} usedFen={budget.usedFen} />
    </>
  );
}
