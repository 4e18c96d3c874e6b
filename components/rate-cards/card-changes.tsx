import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import { formatFen, type Fen } from "@/lib/money/fen";
import type { CardChange } from "@/lib/rate-cards/diff-rate-cards";
import { percentText } from "@/lib/rate-cards/parse-percent";

/** What a version says otherwise than another, field by field. */
export function CardChanges({ changes }: { changes: readonly CardChange[] }) {
  const t = useTranslations("rateCards");
  const valueText = useCardValueText();
  if (changes.length === 0) return <p className="text-ink-muted">{t("changes.none")}</p>;
  return (
    <TableScroll label={t("changes.title")} className="rounded-md border border-line">
      <Table aria-label={t("changes.title")} className="text-[0.8125rem]">
        <TableHead>
          <TableRow>
            <TableHeader>{t("changes.what")}</TableHeader>
            <TableHeader>{t("changes.before")}</TableHeader>
            <TableHeader>{t("changes.after")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {changes.map((change) => {
            const [what, before, after] = valueText(change);
            return (
              <TableRow key={what}>
                <TableHeader scope="row" className="font-normal text-ink">
                  {what}
                </TableHeader>
                <TableCell className="text-ink-muted">{before}</TableCell>
                <TableCell className="font-medium">{after}</TableCell>
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </TableScroll>
  );
}

function useCardValueText(): (change: CardChange) => [what: string, before: string, after: string] {
  const t = useTranslations("rateCards");
  const common = useTranslations("common");
  const feeText = (bps: number | null) => (bps === null ? common("none") : `${percentText(bps, 2)}%`);
  return (change) => {
    if (change.kind === "fee") return [t("changes.fee", { term: change.term, payer: t(`payerFee.${change.payer}`) }), feeText(change.before), feeText(change.after)];
    const { field, before, after } = change;
    const text = (value: typeof before): string => {
      switch (field) {
        case "minAmountFen":
        case "maxAmountFen":
          return formatFen(value as Fen);
        case "overdueDailyRatePpm":
          return `${percentText(Number(value), 4)}%`;
        case "isSample":
          return common(value ? "yes" : "no");
        case "lenderType":
        case "roundingRule":
        case "earlyPayoffRule":
        case "feeRefundRule":
        case "fundingShares":
          return t(`${field}.${String(value)}`);
        default:
          return String(value);
      }
    };
    return [t(`field.${field}`), text(before), text(after)];
  };
}
