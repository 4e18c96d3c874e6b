"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition, type FormEvent, type ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Combobox } from "@/components/ui/combobox";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { Select } from "@/components/ui/select";
import type { ChoiceOption } from "@/components/ui/use-option-search";
import { parseYuan } from "@/lib/money/parse-yuan";

const ANY_SKU = "any";

export type LabelPickerProps = {
  path: string;
  product: ChoiceOption;
  skus: readonly { value: string; label: string }[];
  sku: string | null;
  /** local time in Shanghai, or empty for now */
  at: string;
  amount: string;
  search: (query: string) => Promise<readonly ChoiceOption[]>;
};

/** Which product, which SKU, when and for which amount: kept in the address, so that a look can be shared. */
export function LabelPicker({ path, product, skus, sku, at, amount, search }: LabelPickerProps) {
  const t = useTranslations("labels.picker");
  const router = useRouter();
  const id = useId();
  const [isPending, startTransition] = useTransition();
  const [amountText, setAmountText] = useState(amount);
  const [atText, setAtText] = useState(at);
  const [isAmountBad, setAmountBad] = useState(false);
  const [shown, setShown] = useState({ at, amount });
  // Followed here and not by mounting anew, which would take the focus away.
  if (shown.at !== at || shown.amount !== amount) {
    setShown({ at, amount });
    setAtText(at);
    setAmountText(amount);
  }

  function go(change: Record<string, string | null>) {
    const query = new URLSearchParams();
    const next = { product: product.value, sku, at: atText || null, amount: amountText || null, ...change };
    for (const [name, value] of Object.entries(next)) if (value) query.set(name, value);
    startTransition(() => router.push(`${path}?${query.toString()}`));
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    const parsed = amountText.trim() === "" ? null : parseYuan(amountText);
    const isBad = parsed !== null && (!parsed.ok || parsed.fen === 0);
    setAmountBad(isBad);
    if (!isBad) go({});
  }

  return (
    <form onSubmit={submit} className={cn("grid items-start gap-3", skus.length > 1 ? "md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_auto_minmax(0,9rem)_auto]" : "md:grid-cols-[minmax(0,2fr)_auto_minmax(0,9rem)_auto]")}>
      <Field label={t("product")}>
        <Combobox label={t("product")} options={[product]} value={product.value} onChange={(value) => go({ product: value, sku: null })} onSearch={search} placeholder={t("productPlaceholder")} searchPlaceholder={t("productSearch")} />
      </Field>
      {skus.length > 1 ? (
        <Field label={t("sku")} htmlFor={`${id}-sku`}>
          <Select
            id={`${id}-sku`}
            value={sku ?? ANY_SKU}
            onValueChange={(value) => go({ sku: value === ANY_SKU ? null : value })}
            options={[{ value: ANY_SKU, label: t("allSkus") }, ...skus]}
          />
        </Field>
      ) : null}
      <Field label={t("at")} htmlFor={`${id}-at`} hint={t("atHint")}>
        <Input id={`${id}-at`} type="datetime-local" step={1} value={atText} onChange={(event) => setAtText(event.target.value)} aria-describedby={`${id}-at-hint`} />
      </Field>
      <Field label={t("amount")} htmlFor={`${id}-amount`} hint={isAmountBad ? t("amountBad") : t("amountHint")} isBad={isAmountBad}>
        <Input id={`${id}-amount`} inputMode="decimal" value={amountText} onChange={(event) => setAmountText(event.target.value)} aria-invalid={isAmountBad} aria-describedby={`${id}-amount-hint`} />
      </Field>
      <div className="flex gap-2 md:pt-[1.625rem]">
        <Button type="submit" variant="primary" pending={isPending}>
          {t("apply")}
        </Button>
        {at || amount ? (
          <Button
            type="button"
            onClick={() => {
              setAtText("");
              setAmountText("");
              go({ at: null, amount: null });
            }}
          >
            {t("now")}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function Field({ label, htmlFor, hint, isBad = false, children }: { label: string; htmlFor?: string; hint?: string; isBad?: boolean; children: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col gap-1.5">
      {htmlFor ? <Label htmlFor={htmlFor}>{label}</Label> : <span className="text-sm font-medium">{label}</span>}
      {children}
      {hint ? (
        <p id={htmlFor ? `${htmlFor}-hint` : undefined} role={isBad ? "alert" : undefined} className={isBad ? "text-[0.8125rem] text-danger-text" : "text-[0.8125rem] text-ink-muted"}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
