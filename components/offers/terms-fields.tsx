"use client";
import { useTranslations } from "next-intl";
import type { Control } from "react-hook-form";
import { CheckboxField } from "@/components/ui/checkbox";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import type { OfferContent } from "@/lib/offers/schema";
import type { Funding, RateCard } from "@/lib/quote/schema";
import type { OfferFormValues } from "./offer-form-values";

const PAYERS = ["merchant", "consumer", "platform"] as const;
type Payer = (typeof PAYERS)[number];
const MIXED = "mixed";

export interface TermsFieldsProps {
  control: Control<OfferFormValues, unknown, OfferContent>;
  card: RateCard | null;
  terms: readonly number[];
  /** called after a change that may ask for other words */
  onChanged: (patch: Partial<Pick<OfferContent, "terms" | "funding">>) => void;
}

/** Over how many installments, and who bears the fee. */
export function TermsFields({ control, card, terms, onChanged }: TermsFieldsProps) {
  const t = useTranslations("offers");
  const known = [...new Set([...(card?.rows.map((row) => row.term) ?? []), ...terms])].sort((a, b) => a - b);
  const payers = PAYERS.filter((payer) => card?.rows.some((row) => row.payer === payer));
  return (
    <>
      <FormField control={control} name="terms" label={t("field.terms")} hint={t("hint.terms")} group>
        {(field) => (
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {known.map((term) => (
              <CheckboxField
                key={term}
                label={t("terms", { terms: String(term) })}
                checked={field.value.includes(term)}
                onBlur={field.onBlur}
                onCheckedChange={(checked) => {
                  const next = checked === true ? [...field.value, term].sort((a, b) => a - b) : field.value.filter((one) => one !== term);
                  field.onChange(next);
                  onChanged({ terms: next });
                }}
              />
            ))}
          </div>
        )}
      </FormField>
      <FormField control={control} name="funding" label={t("field.funding")} hint={t("hint.funding")} group>
        {(field) => {
          const choose = (funding: Funding) => {
            field.onChange(funding);
            onChanged({ funding });
          };
          const kind = soleOf(field.value) ?? MIXED;
          return (
            <>
              <RadioGroup value={kind} aria-label={t("field.funding")} className="flex-row flex-wrap gap-x-5" onValueChange={(next) => choose(next === MIXED ? evenly(payers) : allBy(next as Payer))}>
                {payers.map((payer) => (
                  <RadioOption key={payer} value={payer} label={t(`funding.${payer}`)} />
                ))}
                {card?.fundingShares === "any" && payers.length > 1 ? <RadioOption value={MIXED} label={t("funding.mixed")} /> : null}
              </RadioGroup>
              {kind === MIXED ? <Shares payers={payers} funding={field.value} onChange={choose} /> : null}
            </>
          );
        }}
      </FormField>
    </>
  );
}

function Shares({ payers, funding, onChange }: { payers: readonly Payer[]; funding: Funding; onChange: (funding: Funding) => void }) {
  const t = useTranslations("offers");
  const sum = funding.consumerBps + funding.merchantBps + funding.platformBps;
  return (
    <div className="mt-1">
      <div className="flex flex-wrap gap-3">
        {payers.map((payer) => {
          const label = t("form.shareOf", { payer: t(`funding.short.${payer}`) });
          return (
            <label key={payer} className="w-32 text-[0.8125rem]">
              {label}
              <Input
                type="number"
                inputMode="decimal"
                min={0}
                max={100}
                step={1}
                suffix="%"
                className="tabular mt-1"
                value={String(funding[`${payer}Bps`] / 100)}
                onChange={(event) => onChange({ ...funding, [`${payer}Bps`]: Math.round(Math.min(100, Math.max(0, Number(event.target.value) || 0)) * 100) })}
              />
            </label>
          );
        })}
      </div>
      {sum === 10_000 ? null : (
        <p role="alert" className="mt-1 text-[0.8125rem] text-danger-text">
          {t("form.sharesSum", { percent: sum / 100 })}
        </p>
      )}
    </div>
  );
}

function soleOf(funding: Funding): Payer | null {
  return PAYERS.find((payer) => funding[`${payer}Bps`] === 10_000) ?? null;
}

const allBy = (payer: Payer): Funding => ({ consumerBps: 0, merchantBps: 0, platformBps: 0, [`${payer}Bps`]: 10_000 });

const evenly = (payers: readonly Payer[]): Funding => ({ ...allBy(payers[0]!), [`${payers[0]!}Bps`]: 5_000, [`${payers[1]!}Bps`]: 5_000 });
