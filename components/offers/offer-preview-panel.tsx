"use client";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import type { OfferJudgement } from "@/lib/offers/judge-offer";
import { isAboutProducts, type Finding } from "@/lib/offers/offer-finding";
import type { OfferContent } from "@/lib/offers/schema";
import { ConflictList } from "./conflict-list";
import { FindingList } from "./finding-list";
import { LabelLines } from "./label-lines";
import { TermFigures } from "./term-figures";
import { UnlabelledList } from "./unlabelled-list";
import type { PreviewState } from "./use-offer-preview";
import { useOfferWords } from "./use-offer-words";

export interface OfferPreviewPanelProps {
  shopId: string;
  content: OfferContent | null;
  /** worked out in the browser, with every key */
  instant: OfferJudgement | null;
  server: PreviewState;
  seesCost: boolean;
  unlabelled: { loss?: string; page: number };
  onUnlabelled: (next: { loss?: string; page: number }) => void;
}

/** What the offer would do: figures at once, counts and conflicts as soon as the server has gone through the products. */
export function OfferPreviewPanel({ shopId, content, instant, server, seesCost, unlabelled, onUnlabelled }: OfferPreviewPanelProps) {
  const words = useOfferWords();
  const { t, money } = words;
  const { preview, isFresh, hasFailed, retry } = server;
  if (!content || !instant) return <Callout title={t("preview.title")}>{t("preview.invalid")}</Callout>;
  const isInstant = !isFresh || !preview;
  const judgement = isInstant ? instant : preview;
  const shown = <F extends Finding>(findings: readonly F[]) => (isInstant ? findings.filter((finding) => !isAboutProducts(finding)) : findings);
  const { example } = instant;
  return (
    <div className="flex flex-col gap-4">
      <p role="status" className="min-h-5 text-[0.8125rem] text-ink-muted">
        {hasFailed ? null : isFresh ? t("preview.updated") : t("preview.updating")}
      </p>
      {hasFailed ? (
        <Callout
          tone="warning"
          live
          actions={
            <Button size="sm" onClick={retry}>
              {t("preview.retry")}
            </Button>
          }
        >
          {t("preview.failed")}
        </Callout>
      ) : null}
      <FindingList findings={shown(judgement.refusals)} tone="refusal" />
      <FindingList findings={shown(judgement.warnings)} tone="warning" />
      <Card title={t("preview.label")} description={t("preview.credit", { date: instant.dates.from })}>
        <LabelLines placements={content.placements} terms={instant.terms} />
      </Card>
      <Card
        title={t("figures.title")}
        description={
          example.product ? t("preview.example", { title: example.product.title, cash: money(example.cashPriceFen), installment: money(example.installmentPriceFen) }) : t("preview.reference", { cash: money(example.cashPriceFen) })
        }
      >
        <TermFigures terms={isFresh && preview ? preview.terms : instant.terms} seesCost={seesCost} />
      </Card>
      <Card title={t("reach.title")}>{preview ? <ReachText judgement={preview} bearsFee={content.funding.merchantBps > 0} words={words} /> : <p className="text-ink-muted">{t("preview.updating")}</p>}</Card>
      <Card title={t("coverage.title")}>{preview ? <UnlabelledList preview={preview} chosen={unlabelled} onChoose={onUnlabelled} /> : <p className="text-ink-muted">{t("preview.updating")}</p>}</Card>
      <Card title={t("conflict.title")}>{preview ? <ConflictList shopId={shopId} conflicts={preview.conflicts} /> : <p className="text-ink-muted">{t("preview.updating")}</p>}</Card>
    </div>
  );
}

function ReachText({ judgement: { reach, orderFees }, bearsFee, words: { t, money } }: { judgement: Pick<OfferJudgement, "reach" | "orderFees">; bearsFee: boolean; words: ReturnType<typeof useOfferWords> }): ReactNode {
  if (!orderFees) return <p>{t(bearsFee ? "reach.none" : "reach.free")}</p>;
  if (!reach) return <p>{t("reach.unlimited", { from: money(orderFees.cheapestFen), to: money(orderFees.costliestFen) })}</p>;
  const { atLeast, atMost } = reach;
  if (atMost === null) return <p>{t("reach.atLeast", { atLeast })}</p>;
  return <p className="tabular">{atMost === atLeast ? t("reach.same", { atLeast }) : t("reach.range", { atLeast, atMost })}</p>;
}
