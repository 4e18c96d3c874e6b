"use client";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import type { OfferPreview } from "@/lib/offers/preview-offer";
import { useOfferWords } from "./use-offer-words";

const EVERY = "every";

/** Which targeted products will not get the label and why, by reason and page by page. */
export function UnlabelledList({ preview, chosen, onChoose }: { preview: OfferPreview; chosen: { loss?: string; page: number }; onChoose: (next: { loss?: string; page: number }) => void }) {
  const { t, loss, placements } = useOfferWords();
  const { targetedCount, labelledCount, unlabelledCount, byLoss, unlabelled } = preview;
  if (targetedCount === 0) return <p className="text-ink-muted">{t("coverage.nothing")}</p>;
  const { page, pageCount, rows } = unlabelled;
  return (
    <div>
      <p className="tabular">
        <strong className="font-semibold">{t("coverage.labelled", { count: labelledCount })}</strong>
        <span className="text-ink-muted"> · {unlabelledCount === 0 ? t("coverage.all") : t("coverage.unlabelled", { count: unlabelledCount })}</span>
      </p>
      {unlabelledCount > 0 ? (
        <>
          <div className="mt-2 max-w-72">
            <Select
              size="sm"
              aria-label={t("coverage.filter")}
              value={chosen.loss ?? EVERY}
              onValueChange={(value) => onChoose({ ...(value !== EVERY && { loss: value }), page: 0 })}
              options={[{ value: EVERY, label: `${t("coverage.everyReason")} ${unlabelledCount}` }, ...byLoss.map((one) => ({ value: one.loss, label: `${t(`lossShort.${one.loss}`)} ${one.count}` }))]}
            />
          </div>
          <ul className="mt-2 divide-y divide-line border-y border-line">
            {rows.map(({ skuId, title, skuName, misses }) => (
              <li key={skuId} className="py-2 text-[0.8125rem]">
                <p className="font-medium">
                  {title}
                  {skuName === "" ? null : <span className="font-normal text-ink-muted"> {skuName}</span>}
                </p>
                {misses.map((miss) => (
                  <p key={`${miss.loss} ${miss.placements.join(" ")}`} className="text-ink-muted">
                    {misses.length > 1 ? t("coverage.at", { placements: placements(miss.placements), reason: loss(miss.loss, miss.params) }) : loss(miss.loss, miss.params)}
                  </p>
                ))}
              </li>
            ))}
          </ul>
          {pageCount > 1 ? (
            <div className="mt-2 flex items-center justify-between gap-2">
              <Button size="sm" disabled={page === 0} onClick={() => onChoose({ ...chosen, page: page - 1 })}>
                {t("coverage.previous")}
              </Button>
              <p className="tabular text-[0.8125rem] text-ink-muted">{t("coverage.page", { page: page + 1, pageCount })}</p>
              <Button size="sm" disabled={page >= pageCount - 1} onClick={() => onChoose({ ...chosen, page: page + 1 })}>
                {t("coverage.next")}
              </Button>
            </div>
          ) : null}
        </>
      ) : null}
    </div>
  );
}
