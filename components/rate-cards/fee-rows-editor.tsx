"use client";
import { Plus, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Controller, useFieldArray, type Control } from "react-hook-form";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, TableScroll } from "@/components/ui/table";
import type { RateCardFormValues } from "@/lib/rate-cards/rate-card-form";
import { CARD_TERMS_MAX } from "@/lib/rate-cards/schema";
import type { TermFigures } from "@/lib/rate-cards/term-figures";

const COLUMNS = ["term", "consumer", "merchant", "platform"] as const;

type FormControl<Output> = Control<RateCardFormValues, unknown, Output>;

/** Fees by term and payer, each row with the rates that the shopper's own cost comes to while it is typed. */
export function FeeRowsEditor<Output>({ control, figures }: { control: FormControl<Output>; figures: readonly TermFigures[] }) {
  const t = useTranslations("rateCards");
  const { fields, append, remove } = useFieldArray({ control, name: "terms" });
  return (
    <>
      <TableScroll label={t("form.fees")}>
        <Table aria-label={t("form.fees")}>
          <TableHead>
            <TableRow>
              <TableHeader>{t("figures.term")}</TableHeader>
              <TableHeader>{t("payerFee.consumer")}</TableHeader>
              <TableHeader>{t("payerFee.merchant")}</TableHeader>
              <TableHeader>{t("payerFee.platform")}</TableHeader>
              <TableHeader align="end">{t("figures.nominal")}</TableHeader>
              <TableHeader align="end">{t("figures.effective")}</TableHeader>
              <TableHeader align="end">{t("figures.worst")}</TableHeader>
              <TableHeader>{t("figures.ceilings")}</TableHeader>
              <TableHeader>
                <span className="sr-only">{t("form.removeTerm")}</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {fields.map((row, index) => (
              <FeeRow key={row.id} control={control} index={index} figures={figures} onRemove={fields.length > 1 ? () => remove(index) : undefined} />
            ))}
          </TableBody>
        </Table>
      </TableScroll>
      <div className="border-t border-line px-4 py-3">
        <Button size="sm" disabled={fields.length >= CARD_TERMS_MAX} onClick={() => append({ term: "", consumer: "", merchant: "", platform: "" }, { focusName: `terms.${fields.length}.term` })}>
          <Plus aria-hidden />
          {t("form.addTerm")}
        </Button>
      </div>
    </>
  );
}

function FeeRow<Output>({ control, index, figures, onRemove }: { control: FormControl<Output>; index: number; figures: readonly TermFigures[]; onRemove?: () => void }) {
  const t = useTranslations("rateCards");
  return (
    <TableRow>
      {COLUMNS.map((column) => (
        <TableCell key={column} className="align-top">
          <Controller
            control={control}
            name={`terms.${index}.${column}`}
            render={({ field, fieldState }) => {
              const errorId = `term-${index}-${column}-error`;
              const label = t("form.cell", { row: index + 1, column: column === "term" ? t("figures.term") : t(`payerFee.${column}`) });
              return (
                <div className="w-26">
                  <Input
                    {...field}
                    aria-label={label}
                    aria-invalid={fieldState.error ? true : undefined}
                    aria-describedby={fieldState.error ? errorId : undefined}
                    inputMode={column === "term" ? "numeric" : "decimal"}
                    autoComplete="off"
                    className="tabular"
                    placeholder={column === "merchant" || column === "platform" ? t("form.notOffered") : undefined}
                    suffix={column === "term" ? t("form.termUnit") : "%"}
                  />
                  {column === "term" ? <NarrowRate term={String(field.value)} figures={figures} /> : null}
                  {fieldState.error?.message ? (
                    <p id={errorId} className="mt-1 text-[0.8125rem] whitespace-normal text-danger-text">
                      {fieldState.error.message}
                    </p>
                  ) : null}
                </div>
              );
            }}
          />
        </TableCell>
      ))}
      <LiveFigures control={control} index={index} figures={figures} />
      <TableCell className="align-top">
        <Button variant="ghost" size="icon" aria-label={t("form.removeTermRow", { row: index + 1 })} disabled={!onRemove} onClick={onRemove}>
          <Trash2 aria-hidden />
        </Button>
      </TableCell>
    </TableRow>
  );
}

/** On a phone the rates lie beyond the edge, so the one that is judged stands by the term. */
function NarrowRate({ term, figures }: { term: string; figures: readonly TermFigures[] }) {
  const t = useTranslations("rateCards");
  const result = figures.find((found) => String(found.term) === term.trim())?.result;
  if (!result?.ok) return null;
  return (
    <p className="tabular mt-1 text-xs text-ink-muted md:hidden">
      {t("figures.nominal")} {result.quote.nominalApr.percent}%
    </p>
  );
}

function LiveFigures<Output>({ control, index, figures }: { control: FormControl<Output>; index: number; figures: readonly TermFigures[] }) {
  const t = useTranslations("rateCards");
  return (
    <Controller
      control={control}
      name={`terms.${index}.term`}
      render={({ field }) => {
        const found = figures.find(({ term }) => String(term) === String(field.value).trim());
        const quote = found?.result?.ok ? found.result.quote : null;
        const exceeded = quote?.verdicts.filter((verdict) => verdict.exceeded) ?? [];
        const isRefused = exceeded.some(({ kind }) => kind === "hard");
        return (
          <>
            <TableCell align="end" className="font-semibold">
              {quote ? `${quote.nominalApr.percent}%` : "–"}
            </TableCell>
            <TableCell align="end">{quote ? `${quote.effectiveApr.percent}%` : "–"}</TableCell>
            <TableCell align="end">{quote?.worstEffectiveApr ? `${quote.worstEffectiveApr.percent}%` : "–"}</TableCell>
            <TableCell>
              {quote ? (
                <Badge tone={isRefused ? "danger" : exceeded.length > 0 ? "warning" : "success"}>{t(isRefused ? "ceiling.hard" : exceeded.length > 0 ? "ceiling.watch" : "ceiling.within")}</Badge>
              ) : null}
            </TableCell>
          </>
        );
      }}
    />
  );
}
