import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openShop, orNotFound } from "@/app/gates";
import { BudgetCard } from "@/components/offers/budget-card";
import { OfferActions } from "@/components/offers/offer-actions";
import { OfferChanges } from "@/components/offers/offer-changes";
import { OfferFacts } from "@/components/offers/offer-facts";
import { OfferOutlook } from "@/components/offers/offer-outlook";
import { OfferStatePill } from "@/components/offers/offer-state-pill";
import { RecordBudgetUse } from "@/components/offers/record-budget-use";
import { OfferEvents, RevisionHistory } from "@/components/offers/revision-history";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { minutesText } from "@/components/ui/date-text";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { previewOffer } from "@/lib/offers/preview-offer";
import { getOffer, listBudgetEntries, listOfferEvents, listOfferRevisions } from "@/lib/offers/queries";
import { listKeptTemplates } from "@/lib/offers/templates";
import { endOfferAction, pauseOfferAction, recordBudgetUseAction, resumeOfferAction } from "../actions";

type Props = { params: Promise<{ shop: string; offer: string }>; searchParams: Promise<{ revisions?: string | string[]; entries?: string | string[] }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { shop, offer } = await params;
  return { title: (await orNotFound(getOffer(await openShop(shop), offer))).content.name };
}

export default async function OfferPage({ params, searchParams }: Props) {
  const { shop, offer: offerId } = await params;
  const ctx = await openShop(shop);
  const offer = await orNotFound(getOffer(ctx, offerId));
  const search = await searchParams;
  const olderRevisions = Number([search.revisions].flat()[0]);
  const olderEntries = [search.entries].flat()[0]?.slice(0, 60);
  const isOver = offer.state === "ended";
  const [t, revisions, events, entries, templates, outlook] = await Promise.all([
    getTranslations("offers"),
    listOfferRevisions(ctx, { offerId, limit: 10, ...(Number.isInteger(olderRevisions) && olderRevisions > 0 && { after: olderRevisions }) }),
    listOfferEvents(ctx, { offerId, limit: 10 }),
    listBudgetEntries(ctx, { offerId, limit: 10, ...(olderEntries && { after: olderEntries }) }),
    listKeptTemplates(ctx),
    isOver ? null : previewOffer(ctx, { content: offer.content, offerId }),
  ]);
  const templateWords = Object.fromEntries(templates.map(({ code, mainLine }) => [code, mainLine]));
  const list = `/s/${ctx.shopId}/offers`;
  const here = `${list}/${encodeURIComponent(offerId)}`;
  const { content, draft, state, published, budget, hasUnpublishedChanges, endedByHand } = offer;
  const mayEdit = can(ctx, "offer:edit") && !endedByHand;
  const at = published && minutesText(published.publishedAt);
  return (
    <>
      <PageHeader
        breadcrumbs={[{ label: t("title"), href: list }, { label: content.name }]}
        title={content.name}
        description={published ? t("detail.published", { revision: published.revision, at: at ?? "" }) : t("detail.notPublished")}
        status={
          <>
            <OfferStatePill state={state} />
            {hasUnpublishedChanges ? <Badge tone="warning">{t("unpublished")}</Badge> : null}
          </>
        }
        actions={
          <>
            {can(ctx, "offer:publish") && !endedByHand ? (
              <OfferActions offerId={offerId} name={content.name} state={state} pause={pauseOfferAction.bind(null, ctx.shopId)} resume={resumeOfferAction.bind(null, ctx.shopId)} end={endOfferAction.bind(null, ctx.shopId)} />
            ) : null}
            {mayEdit ? (
              <Button variant={state === "paused" ? "secondary" : "primary"} asChild>
                <Link href={`${here}/edit`}>{t(state === "draft" || hasUnpublishedChanges ? "detail.continueEditing" : "detail.edit")}</Link>
              </Button>
            ) : null}
          </>
        }
      />
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_minmax(22rem,26rem)]">
        <div className="flex min-w-0 flex-col gap-5">
          {hasUnpublishedChanges ? (
            <Card title={t("detail.changes")} description={t("detail.changesDescription")} flush>
              <OfferChanges before={content} after={draft} templateWords={templateWords} />
            </Card>
          ) : null}
          <Card title={t(published ? "detail.facts" : "detail.draftFacts")}>
            <OfferFacts content={content} templateWords={templateWords} />
          </Card>
          {outlook ? <OfferOutlook shopId={ctx.shopId} offerId={offerId} content={content} preview={outlook} seesCost={can(ctx, "cost:view")} /> : null}
        </div>
        <div className="flex min-w-0 flex-col gap-5">
          {content.funding.merchantBps > 0 || budget.usedFen !== 0 ? (
            <BudgetCard
              budget={budget}
              entries={entries.rows}
              olderHref={entries.next ? `${here}?entries=${encodeURIComponent(entries.next)}` : null}
              actions={can(ctx, "budget:record") && published ? <RecordBudgetUse offerId={offerId} usedFen={budget.usedFen} record={recordBudgetUseAction.bind(null, ctx.shopId)} /> : null}
            />
          ) : null}
          <RevisionHistory revisions={revisions.rows} olderHref={revisions.next ? `${here}?revisions=${revisions.next}` : null} templateWords={templateWords} />
          <OfferEvents events={events} />
        </div>
      </div>
    </>
  );
}
