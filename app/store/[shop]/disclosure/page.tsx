import { ArrowLeft, FileX } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { notFound } from "next/navigation";
import Link from "next/link";
import { orNotFound } from "@/app/gates";
import { DisclosureSheet } from "@/components/labels/disclosure-sheet";
import { LabelBadge } from "@/components/labels/label-badge";
import { QuoteProof } from "@/components/labels/quote-proof";
import { Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { quoteDocument } from "@/lib/quote/fingerprint";
import { PLACEMENT_BY_SLUG, readDisclosureQuery } from "@/lib/storefront/label-query";
import { getDisclosed } from "@/lib/storefront/store-queries";
import { openStore } from "../open-store";

const PATHS = { livestream: "live", showcase: "showcase", poi: "poi" } as const;

type DisclosurePageProps = { params: Promise<{ shop: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function DisclosurePage({ params, searchParams }: DisclosurePageProps) {
  const { ctx } = await openStore((await params).shop);
  const t = await getTranslations("store");
  const labels = await getTranslations("labels");
  const asked = readDisclosureQuery(await searchParams);
  if (!asked) notFound();
  const { product: wanted, sku, amount, at, quote: linkedFingerprint } = asked;
  const placement = PLACEMENT_BY_SLUG[asked.placement];
  const { product, resolution, worstEffectiveApr } = await orNotFound(getDisclosed(ctx, { product: wanted, sku, amount, placement }, at));
  const { winner } = resolution;
  const document = winner && quoteDocument(winner.input, winner.quote);
  return (
    <div className="flex flex-col gap-3 p-3">
      <Link href={`/store/${ctx.shopId}/${PATHS[asked.placement]}`} className="flex min-h-8 items-center gap-1.5 self-start text-[0.8125rem] text-accent-text underline-offset-4 hover:underline">
        <ArrowLeft aria-hidden className="size-4" />
        {t("sheet.back")}
      </Link>
      <div>
        <h1 className="text-lg font-semibold">{t("sheet.title")}</h1>
        <p className="mt-0.5">{product.title}</p>
        {winner ? <p className="text-[0.8125rem] text-ink-muted">{t("sheet.forPlacement", { placement: labels(`placements.${placement}`), date: winner.quote.orderDate })}</p> : null}
      </div>
      {winner && document ? (
        <>
          {linkedFingerprint && linkedFingerprint !== document.fingerprint ? (
            <Callout tone="warning" title={t("sheet.changedTitle")}>
              {t("sheet.changedText")}
            </Callout>
          ) : null}
          <LabelBadge words={winner} />
          <DisclosureSheet quote={winner.quote} worstEffectiveApr={worstEffectiveApr} isSample={winner.input.rateCard.isSample} />
          <QuoteProof fingerprint={document.fingerprint} engineVersion={winner.quote.engineVersion} document={JSON.stringify(document)} />
        </>
      ) : (
        <EmptyState icon={FileX} title={t("sheet.noneTitle")} description={t("sheet.noneText")} />
      )}
    </div>
  );
}
