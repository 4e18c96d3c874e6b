"use client";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import type { OfferPreview } from "@/lib/offers/preview-offer";
import type { OfferContent } from "@/lib/offers/schema";
import { ConflictList } from "./conflict-list";
import { FindingList } from "./finding-list";
import { LabelLines } from "./label-lines";
import { TermFigures } from "./term-figures";
import { UnlabelledList } from "./unlabelled-list";
import { useOfferPreview } from "./use-offer-preview";
import { useOfferWords } from "./use-offer-words";

/** What a kept offer does now: its labels, its figures, who gets no label, what it competes with. */
export function OfferOutlook({ shopId, offerId, content, preview: initial, seesCost }: { shopId: string; offerId: string; content: OfferContent; preview: OfferPreview; seesCost: boolean }) {
  const { t, money } = useOfferWords();
  const [unlabelled, setUnlabelled] = useState<{ loss?: string; page: number }>({ page: 0 });
  const isFirstPage = unlabelled.page === 0 && unlabelled.loss === undefined;
  const server = useOfferPreview({ shopId, offerId, content: isFirstPage ? null : content, unlabelled, initial: null });
  const preview = isFirstPage ? initial : (server.preview ?? initial);
  const { example } = initial;
  return (
    <>
      <FindingList findings={initial.warnings} tone="warning" />
      <Card
        title={t("figures.title")}
        description={example.product ? t("preview.example", { title: example.product.title, cash: money(example.cashPriceFen), installment: money(example.installmentPriceFen) }) : t("preview.reference", { cash: money(example.cashPriceFen) })}
      >
        <TermFigures terms={initial.terms} seesCost={seesCost} />
      </Card>
      <Card title={t("preview.label")} description={t("preview.credit", { date: initial.dates.from })}>
        <LabelLines placements={content.placements} terms={initial.terms} />
      </Card>
      <Card title={t("coverage.title")}>
        <UnlabelledList preview={preview} chosen={unlabelled} onChoose={setUnlabelled} />
      </Card>
      <Card title={t("conflict.title")}>
        <ConflictList shopId={shopId} conflicts={initial.conflicts} />
      </Card>
    </>
  );
}
