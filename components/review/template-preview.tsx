"use client";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { PlacementPreview } from "@/components/labels/placement-preview";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import { renderLabel } from "@/lib/label-text/render-label";
import type { LabelTemplate } from "@/lib/label-text/template";
import type { SampleQuote } from "@/lib/review/sample-quotes";
import { useSampleName, useWhyNoLabel } from "./template-samples";

/** One sample purchase in a phone per placement, exactly as the storefront would draw it. */
export function TemplatePreview({ template, samples }: { template: LabelTemplate; samples: readonly SampleQuote[] }) {
  const t = useTranslations("templates.preview");
  const id = useId();
  const sampleName = useSampleName();
  const why = useWhyNoLabel();
  const [chosen, setChosen] = useState<string | null>(null);
  const sample = samples.find((one) => one.id === chosen) ?? samples[0];
  if (!sample) return <p className="text-ink-muted">{t("noCard")}</p>;
  return (
    <div className="flex flex-col gap-4">
      <div className="flex max-w-md flex-col gap-1.5">
        <Label htmlFor={id}>{t("sample")}</Label>
        <Select id={id} value={sample.id} onValueChange={setChosen} options={samples.map((one) => ({ value: one.id, label: sampleName(one) }))} />
      </div>
      <div className="grid gap-4 md:grid-cols-2 2xl:grid-cols-3">
        {template.placements.map((placement) => {
          const label = renderLabel(template, { ...sample, placement });
          return (
            <figure key={placement} className="flex min-w-0 flex-col gap-2">
              <PlacementPreview
                isLink={false}
                shopName={t("shop")}
                goods={{
                  productId: sample.id,
                  title: t("product"),
                  placement,
                  priceFen: sample.amountFen,
                  isFromPrice: false,
                  skus: [],
                  chosenSkuId: null,
                  label: label.ok ? { mainLine: label.mainLine, subLine: label.subLine, disclosureUrl: "#" } : null,
                  reason: label.ok ? "labelled" : "not-eligible",
                  words: [],
                }}
              />
              {label.ok ? null : <figcaption className={label.reason === "words-too-long" ? "text-center text-[0.8125rem] text-danger-text" : "text-center text-[0.8125rem] text-ink-muted"}>{why(label)}</figcaption>}
            </figure>
          );
        })}
      </div>
    </div>
  );
}
