"use client";
import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { CheckboxField } from "@/components/ui/checkbox";
import { DateInput } from "@/components/ui/date-input";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { earlyPayoffRuleSchema, feeRefundRuleSchema, fundingSharesSchema, lenderTypeSchema, roundingRuleSchema } from "@/lib/quote/schema";
import type { RateCardFormValues } from "@/lib/rate-cards/rate-card-form";

const CHOICES = {
  lenderType: lenderTypeSchema.options,
  roundingRule: roundingRuleSchema.options,
  earlyPayoffRule: earlyPayoffRuleSchema.options,
  feeRefundRule: feeRefundRuleSchema.options,
  fundingShares: fundingSharesSchema.options,
} as const;

type Fields<Output> = { control: Control<RateCardFormValues, unknown, Output> };

export function CardStartFields<Output>({ control, earliest, isNew }: Fields<Output> & { earliest: string; isNew: boolean }) {
  const t = useTranslations("rateCards");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <FormField control={control} name="fromDate" label={t("field.fromDate")} hint={t("form.fromDateHint", { date: earliest })}>
        {(field) => <DateInput {...field} min={earliest} />}
      </FormField>
      <FormField control={control} name="channel" label={t("field.channel")} hint={t("form.channelHint")}>
        {(field) => <Input {...field} readOnly={!isNew} autoComplete="off" spellCheck={false} />}
      </FormField>
      <FormField control={control} name="name" label={t("field.name")}>
        {(field) => <Input {...field} />}
      </FormField>
      <FormField control={control} name="source" label={t("field.source")} hint={t("form.sourceHint")} className="md:col-span-2">
        {(field) => <Textarea {...field} rows={3} />}
      </FormField>
      <FormField control={control} name="isSample" label={t("field.isSample")} group className="md:col-span-2">
        {({ value, onChange, ref, onBlur, id }) => <CheckboxField ref={ref} id={id} checked={value} onBlur={onBlur} onCheckedChange={(checked) => onChange(checked === true)} label={t("form.isSampleLabel")} />}
      </FormField>
    </div>
  );
}

export function CardRuleFields<Output>({ control }: Fields<Output>) {
  const t = useTranslations("rateCards");
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <FormField control={control} name="lenderName" label={t("field.lenderName")}>
        {(field) => <Input {...field} />}
      </FormField>
      <FormField control={control} name="lenderShortName" label={t("field.lenderShortName")} hint={t("form.shortNameHint")}>
        {(field) => <Input {...field} />}
      </FormField>
      <ChoiceField control={control} name="lenderType" />
      <ChoiceField control={control} name="fundingShares" />
      <FormField control={control} name="minAmountFen" label={t("field.minAmountFen")}>
        {(field) => <MoneyInput {...field} />}
      </FormField>
      <FormField control={control} name="maxAmountFen" label={t("field.maxAmountFen")}>
        {(field) => <MoneyInput {...field} />}
      </FormField>
      <FormField control={control} name="billingDay" label={t("field.billingDay")} hint={t("form.billingDayHint")}>
        {(field) => <Input {...field} inputMode="numeric" suffix={t("form.dayUnit")} />}
      </FormField>
      <FormField control={control} name="dueDay" label={t("field.dueDay")} hint={t("form.dueDayHint")}>
        {(field) => <Input {...field} inputMode="numeric" suffix={t("form.dayUnit")} />}
      </FormField>
      <FormField control={control} name="overdueDailyPercent" label={t("field.overdueDailyRatePpm")} hint={t("form.overdueHint")}>
        {(field) => <Input {...field} inputMode="decimal" suffix="%" />}
      </FormField>
      <ChoiceField control={control} name="roundingRule" />
      <ChoiceField control={control} name="earlyPayoffRule" />
      <ChoiceField control={control} name="feeRefundRule" />
    </div>
  );
}

function ChoiceField<Output>({ control, name }: Fields<Output> & { name: keyof typeof CHOICES }) {
  const t = useTranslations("rateCards");
  return (
    <FormField control={control} name={name} label={t(`field.${name}`)}>
      {({ value, onChange, id, onBlur, ...aria }) => (
        <Select
          id={id}
          value={value}
          onValueChange={onChange}
          onBlur={onBlur}
          aria-describedby={aria["aria-describedby"]}
          aria-invalid={aria["aria-invalid"]}
          options={CHOICES[name].map((choice) => ({ value: choice, label: t(`${name}.${choice}`) }))}
        />
      )}
    </FormField>
  );
}
