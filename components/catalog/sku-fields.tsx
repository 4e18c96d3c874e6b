"use client";
import { Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useWatch, type Control, type FieldPath } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { MoneyInput } from "@/components/ui/money-input";
import { Switch } from "@/components/ui/switch";
import { fen, formatFen } from "@/lib/money/fen";
import { parseYuan } from "@/lib/money/parse-yuan";
import { SKU_CODE_LENGTH_MAX, SKU_NAME_LENGTH_MAX, type CreateProductInput } from "@/lib/catalog/schema";
import type { ProductFormValues } from "./product-form-values";

export interface SkuFieldsProps {
  control: Control<ProductFormValues, unknown, CreateProductInput>;
  index: number;
  seesCost: boolean;
  isStored: boolean;
  /** null where it is the only one */
  onRemove: (() => void) | null;
  /** An optional price that cannot be read must not pass for an empty one. */
  onUnreadable: (name: FieldPath<ProductFormValues>, problem: string | null) => void;
}

export function SkuFields({ control, index, seesCost, isStored, onRemove, onUnreadable }: SkuFieldsProps) {
  const t = useTranslations("products.form");
  const money = useTranslations("common.money");
  const name = <Field extends string>(field: Field) => `skus.${index}.${field}` as const;
  const prices = [
    { field: "cashPriceFen", label: t("cashPrice"), hint: t("cashPriceHint"), optional: false },
    { field: "installmentPriceFen", label: t("installmentPrice"), hint: t("installmentPriceHint"), optional: true },
    { field: "listPriceFen", label: t("listPrice"), hint: t("listPriceHint"), optional: true },
    ...(seesCost ? [{ field: "costPriceFen", label: t("costPrice"), hint: t("costPriceHint"), optional: true } as const] : []),
  ] as const;
  return (
    <fieldset className="min-w-0 rounded-md border border-line p-4">
      <legend className="float-left w-full">
        <span className="flex min-h-8 items-center justify-between gap-2">
          <span className="font-medium">{t("skuTitle", { number: index + 1 })}</span>
          {onRemove ? (
            <Button variant="ghost" size="icon-sm" aria-label={t("removeSku", { number: index + 1 })} onClick={onRemove}>
              <Trash2 aria-hidden />
            </Button>
          ) : null}
        </span>
      </legend>
      <div className="clear-both grid items-start gap-4 pt-3 sm:grid-cols-2 lg:grid-cols-4">
        <FormField control={control} name={name("code")} label={t("code")} hint={t("codeHint")} optional>
          {(field) => <Input autoComplete="off" maxLength={SKU_CODE_LENGTH_MAX} readOnly={isStored} {...field} />}
        </FormField>
        <FormField control={control} name={name("name")} label={t("name")} hint={t("nameHint")} optional>
          {(field) => <Input autoComplete="off" maxLength={SKU_NAME_LENGTH_MAX} {...field} />}
        </FormField>
        <FormField control={control} name={name("inStock")} label={t("inStock")} hint={t("inStockHint")}>
          {({ value, onChange, onBlur, id, ref }) => (
            <span className="flex h-9 items-center">
              <Switch id={id} ref={ref} checked={value} onCheckedChange={onChange} onBlur={onBlur} />
            </span>
          )}
        </FormField>
      </div>
      <div className="grid items-start gap-4 pt-4 sm:grid-cols-2 lg:grid-cols-4">
        {prices.map(({ field: price, label, hint, optional }) => (
          <FormField key={price} control={control} name={name(price)} label={label} hint={hint} optional={optional}>
            {({ value, ...field }) => (
              <MoneyInput
                {...field}
                value={value}
                onInput={(event) => {
                  const parsed = parseYuan(event.currentTarget.value);
                  onUnreadable(name(price), parsed.ok || parsed.reason === "empty" ? null : money(parsed.reason));
                }}
              />
            )}
          </FormField>
        ))}
      </div>
      <PriceGap control={control} index={index} />
    </fieldset>
  );
}

/** Says at once what a difference between the two prices means for the words of the label. */
function PriceGap({ control, index }: Pick<SkuFieldsProps, "control" | "index">) {
  const t = useTranslations("products.form");
  const [cash, installment] = useWatch({ control, name: [`skus.${index}.cashPriceFen`, `skus.${index}.installmentPriceFen`] });
  if (typeof cash !== "number" || typeof installment !== "number" || Number.isNaN(installment - cash) || cash === installment) return null;
  const isAbove = installment > cash;
  return (
    <p role="status" className={isAbove ? "mt-3 text-[0.8125rem] text-warning-text" : "mt-3 text-[0.8125rem] text-ink-muted"}>
      {t(isAbove ? "installmentAbove" : "installmentBelow", { amount: formatFen(fen(Math.abs(installment - cash))) })}
    </p>
  );
}
