"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { CheckboxField } from "@/components/ui/checkbox";
import { DateInput } from "@/components/ui/date-input";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import { useRefusalText, useShowRefusal, type ActionResult, type Refusal } from "@/components/ui/refusal";
import { Textarea } from "@/components/ui/textarea";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { TEMPLATE_KINDS, TEMPLATE_PARAMETERS, type LabelTemplate } from "@/lib/label-text/template";
import { PLACEMENTS } from "@/lib/offers/placement";
import { calendarDateSchema } from "@/lib/quote/schema";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { sampleQuotes } from "@/lib/review/sample-quotes";
import { templateFormSchema, type ProposeTemplateInput, type TemplateFormInput, type TemplateFormOutput } from "@/lib/review/template-schema";
import { problemsOf } from "./problems-of";
import { TemplatePreview } from "./template-preview";
import { TemplateProblems } from "./template-problems";
import { TemplateSamples } from "./template-samples";
import { useTemplateCheck, type TryTemplate } from "./use-template-check";

/** What every sub-line has to say. */
const SUB_LINE = "消费信贷|{lender}|{payer}|年化{apr}|逾期计费";

export type TemplateFormProps = {
  /** the newest version of the code; null for a new code */
  basis: LabelTemplate | null;
  isRetiring: boolean;
  facts: MarketFacts;
  today: CalendarDate;
  tryTemplate: TryTemplate;
  propose: (input: ProposeTemplateInput) => Promise<ActionResult<{ proposalId: string }>>;
};

export function TemplateForm({ basis, isRetiring, facts, today, tryTemplate, propose }: TemplateFormProps) {
  const t = useTranslations("templates");
  const router = useRouter();
  const refusalText = useRefusalText();
  const showRefusal = useShowRefusal();
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const words = { code: basis?.code ?? "", kind: basis?.kind ?? ("apr" as const), placements: [...(basis?.placements ?? PLACEMENTS)], mainLine: basis?.mainLine ?? "", subLine: basis?.subLine ?? SUB_LINE };
  const form = useForm({ resolver: useZodResolver(templateFormSchema), defaultValues: { change: isRetiring ? "retire" : "words", ...words, fromDate: today, note: "" } });
  const { change, note: _note, ...values } = useWatch({ control: form.control, compute: (current) => current });

  const expectedVersion = basis?.version ?? 0;
  const { problems, isComplete } = useTemplateCheck({ change, ...values, expectedVersion }, tryTemplate);
  const isRefused = problems?.some(({ severity }) => severity === "refusal") ?? false;

  async function submit({ change, fromDate, note, ...proposed }: TemplateFormOutput): Promise<void> {
    setRefusal(null);
    const dated = { expectedVersion, fromDate, note };
    const result = await propose(change === "retire" ? { change, code: proposed.code, ...dated } : { change, ...proposed, ...dated });
    if (result.ok) {
      toast.success(t("form.proposed"));
      router.push("/platform/templates");
      return;
    }
    setRefusal(result.refusal);
    if (problemsOf(result.refusal).length === 0) showRefusal(form, result.refusal);
  }

  return (
    <Form form={form} onSubmit={submit}>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          {basis ? (
            <Card>
              <FormField control={form.control} name="change" label={t("form.what")} group>
                {({ value, onChange, ref }) => (
                  <RadioGroup
                    ref={ref}
                    value={value}
                    onValueChange={(next) => {
                      if (next === "retire") form.reset({ ...form.getValues(), ...words }, { keepDefaultValues: true });
                      onChange(next);
                    }}
                  >
                    <RadioOption boxed value="words" label={t("form.changeWords")} hint={t("form.changeWordsHint", { version: basis.version })} />
                    <RadioOption boxed value="retire" label={t("form.changeRetire")} hint={t("form.changeRetireHint")} />
                  </RadioGroup>
                )}
              </FormField>
            </Card>
          ) : null}
          {change === "words" ? (
            <Card title={t("form.words")}>
              <div className="flex flex-col gap-4">
                <FormField control={form.control} name="code" label={t("form.code")} hint={t("form.codeHint")}>
                  {(field) => <Input {...field} readOnly={basis !== null} autoComplete="off" spellCheck={false} />}
                </FormField>
                <FormField control={form.control} name="kind" label={t("form.kind")} hint={basis ? t("form.kindFixed") : undefined} group>
                  {({ value, onChange, ref }) => (
                    <RadioGroup ref={ref} value={value} onValueChange={onChange} disabled={basis !== null}>
                      {TEMPLATE_KINDS.map((known) => (
                        <RadioOption key={known} value={known} label={t(`kinds.${known}`)} hint={t(`kindHints.${known}`)} />
                      ))}
                    </RadioGroup>
                  )}
                </FormField>
                <FormField control={form.control} name="placements" label={t("form.placements")} group>
                  {({ value, onChange }) => (
                    <div className="flex flex-wrap gap-x-5 gap-y-1.5">
                      {PLACEMENTS.map((placement) => (
                        <CheckboxField
                          key={placement}
                          label={t(`placements.${placement}`)}
                          checked={value.includes(placement)}
                          onCheckedChange={(checked) => onChange(checked === true ? [...value, placement] : value.filter((other) => other !== placement))}
                        />
                      ))}
                    </div>
                  )}
                </FormField>
                <FormField control={form.control} name="mainLine" label={t("form.mainLine")} hint={t("form.mainLineHint")}>
                  {(field) => <Input {...field} lang="zh-CN" autoComplete="off" spellCheck={false} />}
                </FormField>
                <FormField control={form.control} name="subLine" label={t("form.subLine")} hint={t("form.subLineHint")}>
                  {(field) => <Input {...field} lang="zh-CN" autoComplete="off" spellCheck={false} />}
                </FormField>
                <Parameters />
              </div>
            </Card>
          ) : null}
          <Card title={t("form.when")}>
            <div className="flex flex-col gap-4">
              <FormField control={form.control} name="fromDate" label={t("form.fromDate")} hint={t("form.fromDateHint")} className="max-w-64">
                {(field) => <DateInput {...field} min={today} />}
              </FormField>
              <FormField control={form.control} name="note" label={t("form.note")} hint={t("form.noteHint")}>
                {(field) => <Textarea {...field} rows={3} />}
              </FormField>
            </div>
          </Card>
          <Card title={t("form.problems")}>
            <div aria-live="polite" className="flex flex-col gap-3">
              {problems === null ? <p className="text-ink-muted">{t(isComplete ? "form.checking" : "preview.noWords")}</p> : null}
              {problems?.length === 0 ? <Callout tone="success" title={t("form.clean")} /> : null}
              {problems ? <TemplateProblems problems={problems} /> : null}
            </div>
          </Card>
          {refusal ? (
            <Callout
              tone="refusal"
              live
              title={refusalText(refusal)}
              actions={
                refusal.code === "conflict" ? (
                  <Button size="sm" onClick={() => router.refresh()}>
                    {t("form.reload")}
                  </Button>
                ) : null
              }
            >
              <TemplateProblems problems={problems === null ? problemsOf(refusal) : []} />
            </Callout>
          ) : null}
          <div className="flex flex-wrap items-center justify-end gap-3">
            {isRefused ? <p className="text-[0.8125rem] text-ink-muted">{t("form.fixFirst")}</p> : null}
            <Button asChild>
              <Link href="/platform/templates">{t("form.cancel")}</Link>
            </Button>
            <Button type="submit" variant={change === "retire" ? "danger" : "primary"} disabled={isRefused} pending={form.formState.isSubmitting}>
              {t("form.submit")}
            </Button>
          </div>
        </div>
        {change === "words" ? <Previews words={values} facts={facts} today={today} /> : null}
      </div>
    </Form>
  );
}

function Previews({ words: { code, kind, mainLine, subLine, placements, fromDate }, facts, today }: { words: TemplateFormInput; facts: MarketFacts; today: CalendarDate }) {
  const t = useTranslations("templates.preview");
  const samples = useMemo(() => sampleQuotes(facts, calendarDateSchema.safeParse(fromDate).data ?? today), [facts, fromDate, today]);
  const template: LabelTemplate = { code, kind, mainLine: mainLine.trim(), subLine: subLine.trim(), placements: PLACEMENTS.filter((placement) => placements.includes(placement)), version: 1 };
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <Card title={t("title")}>{template.mainLine && template.subLine && placements.length > 0 ? <TemplatePreview template={template} samples={samples} /> : <p className="text-ink-muted">{t("noWords")}</p>}</Card>
      <Card title={t("table")} description={t("tableHint")} flush={samples.length > 0}>
        <TemplateSamples template={template} samples={samples} />
      </Card>
    </div>
  );
}

function Parameters() {
  const t = useTranslations("templates.form");
  return (
    <section aria-label={t("parameters")}>
      <h3 className="text-[0.8125rem] font-medium">{t("parameters")}</h3>
      <p className="text-[0.8125rem] text-ink-muted">{t("parametersHint")}</p>
      <dl className="mt-1.5 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-[0.8125rem]">
        {TEMPLATE_PARAMETERS.map((parameter) => (
          <div key={parameter} className="contents">
            <dt>
              <code className="rounded-xs bg-sunken px-1 font-mono">{`{${parameter}}`}</code>
            </dt>
            <dd className="text-ink-muted">{t(`parameter.${parameter}`)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
