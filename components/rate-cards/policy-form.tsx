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
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateInput } from "@/components/ui/date-input";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import { useRefusalText, type ActionResult, type Refusal } from "@/components/ui/refusal";
import { Textarea } from "@/components/ui/textarea";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { ceilingInForce } from "@/lib/policy/ceiling-in-force";
import { lenderTypeSchema, type Policy } from "@/lib/quote/schema";
import { checkPolicy, policyOnDate } from "@/lib/rate-cards/check-policy";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { percentText } from "@/lib/rate-cards/parse-percent";
import { emptyPolicyForm, policyFormSchema, policyFormValues } from "@/lib/rate-cards/policy-form";
import type { PublishPolicyInput } from "@/lib/rate-cards/schema";
import { PolicyChanges } from "./policy-changes";
import { PolicyProblems } from "./policy-problems";

export type PolicyFormProps = {
  /** the version it starts from; null for a new ceiling */
  basis: Policy | null;
  facts: MarketFacts;
  today: CalendarDate;
  policyNames: Readonly<Record<string, string>>;
  publish: (input: PublishPolicyInput) => Promise<ActionResult<{ id: string }>>;
};

export function PolicyForm({ basis, facts, today, policyNames, publish }: PolicyFormProps) {
  const t = useTranslations("policies");
  const cards = useTranslations("rateCards");
  const common = useTranslations("common");
  const refusalText = useRefusalText();
  const router = useRouter();
  const [pending, setPending] = useState<PublishPolicyInput | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const form = useForm({ resolver: useZodResolver(policyFormSchema), defaultValues: basis ? policyFormValues(basis, today) : emptyPolicyForm(today) });
  const values = useWatch({ control: form.control, compute: (current) => current });

  const draft = useMemo<Policy | null>(() => {
    const parsed = policyFormSchema.safeParse(values);
    if (!parsed.success) return null;
    const newest = facts.policies.filter(({ code }) => code === parsed.data.code).reduce((version, policy) => Math.max(version, policy.version), 0);
    return { ...parsed.data, id: "draft", version: newest + 1 };
  }, [values, facts]);
  const problems = useMemo(() => (draft ? checkPolicy(draft, facts, today) : []), [draft, facts, today]);
  // An untouched form has nothing wrong with it.
  const shownProblems = problems.filter(({ code }) => code !== "nothing-changed");
  const isRefused = problems.some(({ severity }) => severity === "refusal");
  const ceilingPpm = draft && ceilingInForce(draft, facts.lprRates, draft.fromDate);
  const replaced = draft && policyOnDate(facts.policies, draft.code, draft.fromDate);

  async function confirm(): Promise<void> {
    if (!pending) return;
    const result = await publish(pending);
    if (result.ok) {
      toast.success(t("form.published", { date: pending.fromDate }));
      router.push("/platform/policies");
    } else setRefusal(result.refusal);
  }

  return (
    <Form
      form={form}
      onSubmit={(input) => {
        setRefusal(null);
        if (draft && !isRefused) setPending({ ...input, expectedVersion: draft.version - 1 });
      }}
    >
      <Card title={t("form.what")}>
        <div className="grid gap-4 md:grid-cols-2">
          <FormField control={form.control} name="code" label={t("field.code")} hint={t("form.codeHint")}>
            {(field) => <Input {...field} readOnly={basis !== null} autoComplete="off" spellCheck={false} />}
          </FormField>
          <FormField control={form.control} name="kind" label={t("field.kind")} group className="md:row-span-2">
            {({ value, onChange, ref }) => (
              <RadioGroup ref={ref} value={value} onValueChange={onChange}>
                <RadioOption boxed value="hard" label={t("kind.hard")} hint={t("effect.hard")} />
                <RadioOption boxed value="watch" label={t("kind.watch")} hint={t("effect.watch")} />
              </RadioGroup>
            )}
          </FormField>
          <FormField control={form.control} name="nameZh" label={t("field.nameZh")}>
            {(field) => <Input {...field} lang="zh-CN" />}
          </FormField>
          <FormField control={form.control} name="nameEn" label={t("field.nameEn")}>
            {(field) => <Input {...field} lang="en" />}
          </FormField>
          <FormField control={form.control} name="lenderTypes" label={t("field.lenderTypes")} group>
            {({ value, onChange }) => (
              <div className="flex flex-col gap-1.5">
                {lenderTypeSchema.options.map((type) => (
                  <CheckboxField
                    key={type}
                    label={cards(`lenderType.${type}`)}
                    checked={value.includes(type)}
                    onCheckedChange={(checked) => onChange(checked === true ? [...value, type] : value.filter((other) => other !== type))}
                  />
                ))}
              </div>
            )}
          </FormField>
        </div>
      </Card>
      <Card title={t("form.ceiling")}>
        <div className="grid gap-4 md:grid-cols-2">
          <FormField control={form.control} name="measure" label={t("field.measure")} hint={t("form.measureHint")} group>
            {({ value, onChange, ref }) => (
              <RadioGroup ref={ref} value={value} onValueChange={onChange}>
                <RadioOption value="nominal" label={common("rateMethod.nominal")} />
                <RadioOption value="effective" label={common("rateMethod.effective")} />
              </RadioGroup>
            )}
          </FormField>
          <FormField control={form.control} name="formulaKind" label={t("field.formula")} group>
            {({ value, onChange, ref }) => (
              <RadioGroup ref={ref} value={value} onValueChange={onChange}>
                <RadioOption value="fixed" label={t("formula.fixed")} />
                <RadioOption value="lpr-multiple" label={t("formula.lpr-multiple")} />
              </RadioGroup>
            )}
          </FormField>
          <FormField control={form.control} name="figure" label={t(`figure.${values.formulaKind}`)}>
            {(field) => <Input {...field} inputMode="decimal" className="tabular" suffix={values.formulaKind === "fixed" ? "%" : t("times")} />}
          </FormField>
          <p className="self-end pb-2" aria-live="polite">
            {ceilingPpm ? t("form.comesTo", { date: draft.fromDate, percent: percentText(ceilingPpm, 4) }) : t("form.comesToNothing")}
          </p>
        </div>
      </Card>
      <Card title={t("form.when")}>
        <div className="grid gap-4 md:grid-cols-2">
          <FormField control={form.control} name="fromDate" label={t("field.fromDate")} hint={t("form.fromDateHint")}>
            {(field) => <DateInput {...field} min={today} />}
          </FormField>
          <FormField control={form.control} name="untilDate" label={t("field.untilDate")} optional hint={t("form.untilDateHint")}>
            {(field) => <DateInput {...field} min={today} />}
          </FormField>
          <FormField control={form.control} name="source" label={t("field.source")} hint={t("form.sourceHint")} className="md:col-span-2">
            {(field) => <Textarea {...field} rows={3} />}
          </FormField>
        </div>
      </Card>
      {shownProblems.length > 0 ? (
        <section aria-label={t("form.problems")} aria-live="polite">
          <PolicyProblems problems={shownProblems} policyNames={policyNames} />
        </section>
      ) : null}
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
        />
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-3">
        {isRefused ? <p className="text-[0.8125rem] text-ink-muted">{cards(shownProblems.some(({ severity }) => severity === "refusal") ? "form.fixFirst" : "form.changeFirst")}</p> : null}
        <Button asChild>
          <Link href="/platform/policies">{cards("form.leave")}</Link>
        </Button>
        <Button type="submit" variant="primary" aria-disabled={isRefused || undefined}>
          {cards("form.review")}
        </Button>
      </div>
      <ConfirmDialog
        open={pending !== null}
        onOpenChange={(open) => {
          if (!open) setPending(null);
        }}
        title={t("form.confirmTitle", { date: draft?.fromDate ?? today })}
        description={t("form.confirmText")}
        confirmLabel={cards("form.publish")}
        onConfirm={confirm}
      >
        {draft && replaced ? <PolicyChanges before={replaced} after={draft} /> : null}
      </ConfirmDialog>
    </Form>
  );
}
