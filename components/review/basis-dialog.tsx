"use client";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { useForm } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { DateInput } from "@/components/ui/date-input";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import { CERTAINTIES, type LegalBasis } from "@/lib/copy-check/rule-set";
import { basisFormSchema, basisFormValues, EMPTY_BASIS } from "@/lib/review/rule-form";

export type BasisDialogProps = {
  /** as it stands, collected changes included; null for a new one */
  basis: LegalBasis | null;
  /** as it is in the rules; null where it is not there yet */
  original: LegalBasis | null;
  takenIds: readonly string[];
  /** null: as it was before */
  onCollect: (basis: LegalBasis | null) => void;
  onClose: () => void;
};

/** Corrects a legal basis: the article, and how surely it is known. */
export function BasisDialog({ basis, original, takenIds, onCollect, onClose }: BasisDialogProps) {
  const t = useTranslations("copyRules.bases");
  const copy = useTranslations("copy");
  const schema = useMemo(() => basisFormSchema.refine(({ id }) => basis !== null || !takenIds.includes(id), { path: ["id"], params: { key: "copyRules.problems.idTaken" } }), [basis, takenIds]);
  const form = useForm({ resolver: useZodResolver(schema), defaultValues: basis ? basisFormValues(basis) : EMPTY_BASIS });
  const formId = "basis-form";
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        size="lg"
        title={t(basis ? "dialogTitle" : "add")}
        description={t("dialogText")}
        footer={
          <>
            {original && basis !== original ? <Button onClick={() => onCollect(null)}>{t("asItWas")}</Button> : null}
            <Button type="submit" form={formId} variant="primary">
              {t("collect")}
            </Button>
          </>
        }
      >
        <Form id={formId} form={form} onSubmit={(corrected) => onCollect(original && isSame(original, corrected) ? null : corrected)}>
          <div className="grid gap-4 md:grid-cols-2">
            {basis ? null : (
              <FormField control={form.control} name="id" label={t("id")} hint={t("idHint")} className="md:col-span-2">
                {(field) => <Input {...field} autoComplete="off" spellCheck={false} className="font-mono" />}
              </FormField>
            )}
            <FormField control={form.control} name="article" label={t("article")} hint={t("articleHint")} optional>
              {(field) => <Input {...field} lang="zh-CN" />}
            </FormField>
            <FormField control={form.control} name="effectiveFrom" label={t("effectiveFrom")} optional>
              {(field) => <DateInput {...field} />}
            </FormField>
            <FormField control={form.control} name="certainty" label={t("certainty")} group className="md:col-span-2">
              {({ value, onChange, ref }) => (
                <RadioGroup ref={ref} value={value} onValueChange={onChange} className="md:grid md:grid-cols-3">
                  {CERTAINTIES.map((certainty) => (
                    <RadioOption key={certainty} boxed value={certainty} label={copy(`certainties.${certainty}`)} />
                  ))}
                </RadioGroup>
              )}
            </FormField>
            <FormField control={form.control} name="source" label={t("source")} hint={t("sourceHint")} className="md:col-span-2">
              {(field) => <Textarea {...field} lang="zh-CN" rows={2} />}
            </FormField>
            <FormField control={form.control} name="title.zh" label={t("titleZh")}>
              {(field) => <Textarea {...field} lang="zh-CN" rows={2} />}
            </FormField>
            <FormField control={form.control} name="title.en" label={t("titleEn")}>
              {(field) => <Textarea {...field} lang="en" rows={2} />}
            </FormField>
          </div>
        </Form>
      </DialogContent>
    </Dialog>
  );
}

const isSame = (a: LegalBasis, b: LegalBasis): boolean =>
  a.article === b.article && a.certainty === b.certainty && a.source === b.source && a.effectiveFrom === b.effectiveFrom && a.title.zh === b.title.zh && a.title.en === b.title.en;
