import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { LabelPlacement } from "@/lib/label-text/placement";
import { renderLabel, type RenderedLabel } from "@/lib/label-text/render-label";
import type { LabelTemplate } from "@/lib/label-text/template";
import { formatFen } from "@/lib/money/fen";
import type { SampleQuote } from "@/lib/review/sample-quotes";

/** What shoppers would read for each sample purchase at each placement, and where the words do not fit. */
export function TemplateSamples({ template, samples }: { template: LabelTemplate; samples: readonly SampleQuote[] }) {
  const t = useTranslations("templates");
  const sampleName = useSampleName();
  if (samples.length === 0) return <p className="text-ink-muted">{t("preview.noCard")}</p>;
  return (
    <TableScroll label={t("preview.table")}>
      <Table className="text-[0.8125rem]">
        <TableHead>
          <TableRow>
            <TableHeader>{t("preview.sample")}</TableHeader>
            {template.placements.map((placement) => (
              <TableHeader key={placement}>{t(`placements.${placement}`)}</TableHeader>
            ))}
          </TableRow>
        </TableHead>
        <TableBody>
          {samples.map((sample) => (
            <TableRow key={sample.id}>
              <TableHeader scope="row" className="min-w-28 py-2 font-normal whitespace-normal">
                {sampleName(sample)}
              </TableHeader>
              {template.placements.map((placement: LabelPlacement) => (
                <TableCell key={placement} className="min-w-28">
                  <SampleLabel label={renderLabel(template, { ...sample, placement })} />
                </TableCell>
              ))}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  );
}

function SampleLabel({ label }: { label: RenderedLabel }) {
  const why = useWhyNoLabel();
  if (!label.ok) return <span className={label.reason === "words-too-long" ? "text-danger-text" : "text-ink-muted"}>{why(label)}</span>;
  return (
    <span lang="zh-CN">
      <span className="block font-medium">{label.mainLine}</span>
      <span className="block text-xs text-ink-muted">{label.subLine}</span>
    </span>
  );
}

export function useWhyNoLabel(): (label: Extract<RenderedLabel, { ok: false }>) => string {
  const t = useTranslations("templates.preview");
  return (label) => {
    if (label.reason === "words-too-long") return t("tooLong", { line: label.params.line, width: label.params.width, limit: label.params.limit });
    if (label.reason === "not-interest-free") return t("notInterestFree");
    return label.reason === "template-faulty" ? t("notReadable") : t("noLabel");
  };
}

export function useSampleName(): (sample: SampleQuote) => string {
  const t = useTranslations("templates.preview");
  return ({ amountFen, quote, payer }) => t("sampleName", { price: formatFen(amountFen), term: quote.term, payer: t(`payers.${payer}`) });
}
