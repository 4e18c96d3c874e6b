import { useTranslations } from "next-intl";
import Link from "next/link";
import { BudgetBar } from "@/components/offers/budget-bar";
import { useOfferWords } from "@/components/offers/use-offer-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { OfferSummary } from "@/lib/offers/queries";

/** The offers that give labels now, with what is left of their budgets. */
export function LiveOffers({ offers, base, mayCreate }: { offers: readonly OfferSummary[]; base: string; mayCreate: boolean }) {
  const t = useTranslations("home.live");
  const { terms, funding, placements, instant } = useOfferWords();
  return (
    <Card
      title={t("title")}
      flush
      actions={
        <Button asChild size="sm">
          <Link href={`${base}/offers`}>{t("all")}</Link>
        </Button>
      }
    >
      {offers.length === 0 ? (
        <div className="flex flex-wrap items-center justify-between gap-3 px-4 py-5">
          <p className="text-ink-muted">{t("none")}</p>
          {mayCreate ? (
            <Button asChild variant="primary" size="sm">
              <Link href={`${base}/offers/new`}>{t("create")}</Link>
            </Button>
          ) : null}
        </div>
      ) : (
        <ul className="divide-y divide-line">
          {offers.map(({ offerId, content, budget }) => (
            <li key={offerId} className="relative grid gap-x-6 gap-y-2 px-4 py-3 hover:bg-hover sm:grid-cols-[1fr_minmax(11rem,14rem)]">
              <div className="min-w-0">
                <Link href={`${base}/offers/${offerId}`} className="font-medium break-words text-accent-text after:absolute after:inset-0 after:content-['']">
                  {content.name}
                </Link>
                <p className="text-[0.8125rem] text-ink-muted">
                  {terms(content.terms)} · {funding(content.funding)} · {placements(content.placements)}
                </p>
                <p className="tabular text-[0.8125rem] text-ink-muted">{t("until", { at: instant(content.window.to) })}</p>
              </div>
              <BudgetBar budget={budget} />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
