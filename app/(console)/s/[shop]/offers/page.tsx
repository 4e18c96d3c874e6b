import { Plus, Tags } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import Link from "next/link";
import { openShop } from "@/app/gates";
import { OfferFilters } from "@/components/offers/offer-filters";
import { OfferList } from "@/components/offers/offer-list";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { Pager } from "@/components/ui/pager";
import { can } from "@/lib/access/require-permission";
import { countOffersByState, listOffers, listOffersInput } from "@/lib/offers/queries";

type Search = Record<string, string | string[] | undefined>;
type Props = { params: Promise<{ shop: string }>; searchParams: Promise<Search> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("offers"))("title") };
}

export default async function OffersPage({ params, searchParams }: Props) {
  const ctx = await openShop((await params).shop);
  const filters = filtersOf(await searchParams);
  const [t, { rows, next }, counts] = await Promise.all([getTranslations("offers"), listOffers(ctx, filters), countOffersByState(ctx)]);
  const here = `/s/${ctx.shopId}/offers`;
  const mayEdit = can(ctx, "offer:edit");
  const isEmptyShop = Object.values(counts).every((count) => count === 0);
  const { after, ...kept } = filters;
  const address = (cursor?: string) => {
    const query = new URLSearchParams(Object.entries({ ...kept, after: cursor }).flatMap(([name, value]) => (value ? [[name, value]] : []))).toString();
    return query === "" ? here : `${here}?${query}`;
  };
  return (
    <>
      <PageHeader
        title={t("title")}
        description={t("description")}
        actions={
          mayEdit && !isEmptyShop ? (
            <Button variant="primary" asChild>
              <Link href={`${here}/new`}>
                <Plus aria-hidden />
                {t("new")}
              </Link>
            </Button>
          ) : null
        }
      />
      <Card flush>
        {isEmptyShop ? (
          <EmptyState
            icon={Tags}
            title={t("empty.title")}
            description={mayEdit ? t("empty.description") : t("empty.viewer")}
            actions={
              mayEdit ? (
                <Button variant="primary" asChild>
                  <Link href={`${here}/new`}>{t("empty.action")}</Link>
                </Button>
              ) : null
            }
          />
        ) : (
          <>
            <OfferFilters counts={counts} />
            {rows.length === 0 ? (
              <EmptyState
                title={t("empty.filtered")}
                description={t("empty.filteredDescription")}
                actions={
                  <Button asChild>
                    <Link href={here}>{t("filter.clear")}</Link>
                  </Button>
                }
              />
            ) : (
              <OfferList shopId={ctx.shopId} offers={rows} />
            )}
            <Pager summary={t("page", { count: rows.length })} previousHref={after ? address() : null} nextHref={next ? address(next) : null} />
          </>
        )}
      </Card>
    </>
  );
}

/** An address somebody typed may hold anything: what is no filter is left out. */
function filtersOf(search: Search) {
  const { state, placement, search: text, after } = listOffersInput.shape;
  const one = (name: string) => [search[name]].flat()[0];
  return { state: state.safeParse(one("state")).data, placement: placement.safeParse(one("placement")).data, search: text.safeParse(one("search")).data, after: after.safeParse(one("after")).data };
}
