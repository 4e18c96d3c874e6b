"use client";
import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { CheckboxField } from "@/components/ui/checkbox";
import { FormField } from "@/components/ui/form-field";
import { MultiSelect } from "@/components/ui/multi-select";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import { Select } from "@/components/ui/select";
import type { ChoiceOption, OptionSearch } from "@/components/ui/use-option-search";
import type { LabelTemplate } from "@/lib/label-text/template";
import { PLACEMENTS, type Placement } from "@/lib/offers/placement";
import { TARGET_VALUES_MAX, type OfferContent, type Target } from "@/lib/offers/schema";
import type { OfferFormValues } from "./offer-form-values";
import { useOfferWords } from "./use-offer-words";

type OfferControl = Control<OfferFormValues, unknown, OfferContent>;

export interface TargetChoices {
  categories: readonly ChoiceOption[];
  tags: readonly ChoiceOption[];
  /** those that are picked already */
  products: readonly ChoiceOption[];
  searchProducts: OptionSearch;
}

const EMPTY_TARGETS: Record<Target["kind"], Target> = { all: { kind: "all" }, categories: { kind: "categories", categories: [] }, tags: { kind: "tags", tags: [] }, products: { kind: "products", productIds: [] } };

/** Which products take part. */
export function TargetField({ control, choices }: { control: OfferControl; choices: TargetChoices }) {
  const t = useTranslations("offers");
  return (
    <FormField control={control} name="target" label={t("field.target")} group>
      {({ value, onChange, onBlur, ...field }) => (
        <>
          <RadioGroup value={value.kind} aria-label={t("field.target")} className="flex-row flex-wrap gap-x-5" onValueChange={(kind) => onChange(EMPTY_TARGETS[kind as Target["kind"]])}>
            <RadioOption value="all" label={t("form.allProducts")} />
            <RadioOption value="categories" label={t("form.byCategory")} />
            <RadioOption value="tags" label={t("form.byTag")} />
            <RadioOption value="products" label={t("form.byProduct")} />
          </RadioGroup>
          {value.kind === "categories" ? (
            <MultiSelect label={t("form.category")} options={choices.categories} value={value.categories} onChange={(categories) => onChange({ kind: "categories", categories })} onBlur={onBlur} max={TARGET_VALUES_MAX} aria-invalid={field["aria-invalid"]} />
          ) : null}
          {value.kind === "tags" ? (
            <MultiSelect label={t("form.tag")} options={choices.tags} value={value.tags} onChange={(tags) => onChange({ kind: "tags", tags })} onBlur={onBlur} max={TARGET_VALUES_MAX} aria-invalid={field["aria-invalid"]} />
          ) : null}
          {value.kind === "products" ? (
            <MultiSelect label={t("form.product")} options={choices.products} onSearch={choices.searchProducts} value={value.productIds} onChange={(productIds) => onChange({ kind: "products", productIds })} onBlur={onBlur} max={TARGET_VALUES_MAX} aria-invalid={field["aria-invalid"]} />
          ) : null}
        </>
      )}
    </FormField>
  );
}

export interface PlacementFieldsProps {
  control: OfferControl;
  placements: readonly Placement[];
  templates: readonly LabelTemplate[];
  onPlacements: (placements: Placement[]) => void;
  onTemplate: () => void;
}

/** Where the label stands, and with which approved words. */
export function PlacementFields({ control, placements, templates, onPlacements, onTemplate }: PlacementFieldsProps) {
  const { t, readable } = useOfferWords();
  return (
    <>
      <FormField control={control} name="placements" label={t("field.placements")} group>
        {(field) => (
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {PLACEMENTS.map((placement) => (
              <CheckboxField
                key={placement}
                label={t(`placement.${placement}`)}
                checked={field.value.includes(placement)}
                onBlur={field.onBlur}
                onCheckedChange={(checked) => {
                  const next = PLACEMENTS.filter((one) => (one === placement ? checked === true : field.value.includes(one)));
                  field.onChange(next);
                  onPlacements(next);
                }}
              />
            ))}
          </div>
        )}
      </FormField>
      <FormField control={control} name="templates" label={t("field.templates")} hint={t("hint.templates")} group>
        {({ value, onChange }) => (
          <div className="grid gap-3 sm:grid-cols-3">
            {PLACEMENTS.filter((placement) => placements.includes(placement)).map((placement) => (
              <div key={placement} className="min-w-0 text-[0.8125rem]">
                <p className="mb-1 text-ink-muted">{t(`placement.${placement}`)}</p>
                <Select
                  aria-label={t("form.template", { placement: t(`placement.${placement}`) })}
                  placeholder={t("form.noTemplate")}
                  value={value[placement] ?? ""}
                  onValueChange={(code) => {
                    onTemplate();
                    onChange({ ...value, [placement]: code });
                  }}
                  options={templates.filter((template) => template.placements.includes(placement)).map(({ code, mainLine }) => ({ value: code, label: readable(mainLine) }))}
                />
              </div>
            ))}
          </div>
        )}
      </FormField>
    </>
  );
}
