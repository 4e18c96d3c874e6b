"use client";
import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import type { OfferContent } from "@/lib/offers/schema";
import type { OfferFormValues } from "./offer-form-values";
import { fromShanghaiLocal, toShanghaiLocal } from "./shanghai-local";

type OfferControl = Control<OfferFormValues, unknown, OfferContent>;

/** From when to when, and how much it may cost the merchant. */
export function WindowBudgetFields({ control, bearsFee }: { control: OfferControl; bearsFee: boolean }) {
  const t = useTranslations("offers");
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <FormField control={control} name="window.from" label={`${t("field.window")} · ${t("form.start")}`} hint={t("hint.window")}>
          {({ value, onChange, ...field }) => <Input type="datetime-local" className="tabular" {...field} value={toShanghaiLocal(value)} onChange={(event) => onChange(fromShanghaiLocal(event.target.value))} />}
        </FormField>
        <FormField control={control} name="window.to" label={`${t("field.window")} · ${t("form.end")}`} hint={t("hint.window")}>
          {({ value, onChange, ...field }) => <Input type="datetime-local" className="tabular" {...field} value={toShanghaiLocal(value)} onChange={(event) => onChange(fromShanghaiLocal(event.target.value))} />}
        </FormField>
      </div>
      {bearsFee ? (
        <div className="grid gap-4 sm:grid-cols-2">
          <FormField control={control} name="budgetFen" label={t("field.budgetFen")} hint={t("hint.budget")} optional>
            {({ value, ...field }) => <MoneyInput {...field} value={value} placeholder={t("noLimit")} />}
          </FormField>
          <FormField control={control} name="warnAtBps" label={t("field.warnAtBps")} hint={t("hint.warnAt")}>
            {({ value, onChange, ...field }) => (
              <Input type="number" inputMode="numeric" min={1} max={100} suffix="%" className="tabular" {...field} value={Number.isNaN(value) ? "" : String(value / 100)} onChange={(event) => onChange(event.target.value === "" ? Number.NaN : Math.round(Number(event.target.value) * 100))} />
            )}
          </FormField>
        </div>
      ) : null}
    </>
  );
}

/** Which amounts take part, and which offer comes first. */
export function RangePriorityFields({ control }: { control: OfferControl }) {
  const t = useTranslations("offers");
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <FormField control={control} name="minAmountFen" label={t("field.minAmountFen")} hint={t("hint.amount")}>
        {(field) => <MoneyInput {...field} />}
      </FormField>
      <FormField control={control} name="maxAmountFen" label={t("field.maxAmountFen")} hint={t("hint.amount")}>
        {(field) => <MoneyInput {...field} />}
      </FormField>
      <FormField control={control} name="priority" label={t("field.priority")} hint={t("hint.priority")}>
        {({ value, onChange, ...field }) => (
          <Input type="number" inputMode="numeric" min={0} max={1000} className="tabular" {...field} value={Number.isNaN(value) ? "" : String(value)} onChange={(event) => onChange(event.target.value === "" ? Number.NaN : Number(event.target.value))} />
        )}
      </FormField>
    </div>
  );
}
