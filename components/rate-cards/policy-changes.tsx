import { useTranslations } from "next-intl";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { Policy } from "@/lib/quote/schema";
import { percentText } from "@/lib/rate-cards/parse-percent";

/** What a version of a ceiling says otherwise than the one it replaces. */
export function PolicyChanges({ before, after }: { before: Policy; after: Policy }) {
  const t = useTranslations("policies");
  const cards = useTranslations("rateCards");
  const rowsOf = usePolicyRows();
  const changed = rowsOf(before)
    .map(([what, value], index) => ({ what, before: value, after: rowsOf(after)[index]?.[1] ?? "" }))
    .filter((row) => row.before !== row.after);
  return (
    <TableScroll label={t("form.changes")} className="rounded-md border border-line">
      <Table aria-label={t("form.changes")} className="text-[0.8125rem]">
        <TableHead>
          <TableRow>
            <TableHeader>{cards("changes.what")}</TableHeader>
            <TableHeader>{cards("changes.before")}</TableHeader>
            <TableHeader>{cards("changes.after")}</TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {changed.map((row) => (
            <TableRow key={row.what}>
              <TableHeader scope="row" className="font-normal text-ink">
                {row.what}
              </TableHeader>
              <TableCell className="text-ink-muted">{row.before}</TableCell>
              <TableCell className="font-medium">{row.after}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableScroll>
  );
}

function usePolicyRows(): (policy: Policy) => [what: string, value: string][] {
  const t = useTranslations("policies");
  const cards = useTranslations("rateCards");
  const common = useTranslations("common");
  return ({ nameZh, nameEn, kind, measure, lenderTypes, formula, untilDate, source }) => [
    [t("field.nameZh"), nameZh],
    [t("field.nameEn"), nameEn],
    [t("field.kind"), t(`kind.${kind}`)],
    [t("field.ceiling"), formula.kind === "fixed" ? `${percentText(formula.ceilingPpm, 4)}%` : t("multiple", { multiple: formula.multiple })],
    [t("field.measure"), common(`rateMethod.${measure}`)],
    [t("field.lenderTypes"), [...lenderTypes].sort().map((type) => cards(`lenderType.${type}`)).join(t("listSeparator"))],
    [t("field.untilDate"), untilDate ?? cards("versions.open")],
    [t("field.source"), source],
  ];
}
