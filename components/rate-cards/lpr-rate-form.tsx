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
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { DateInput } from "@/components/ui/date-input";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { useRefusalText, type ActionResult, type Refusal } from "@/components/ui/refusal";
import { Textarea } from "@/components/ui/textarea";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { checkLprRate, rateOnDate } from "@/lib/rate-cards/check-policy";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { percentText } from "@/lib/rate-cards/parse-percent";
import { lprRateFormSchema } from "@/lib/rate-cards/policy-form";
import type { PublishLprRateInput } from "@/lib/rate-cards/schema";
import { PolicyProblems } from "./policy-problems";

export type LprRateFormProps = {
  facts: MarketFacts;
  /** the newest version per date that was read along */
  versions: Readonly<Record<string, number>>;
  today: CalendarDate;
  policyNames: Readonly<Record<string, string>>;
  publish: (input: PublishLprRateInput) => Promise<ActionResult<{ fromDate: string }>>;
};

export function LprRateForm({ facts, versions, today, policyNames, publish }: LprRateFormProps) {
  const t = useTranslations("policies");
  const cards = useTranslations("rateCards");
  const refusalText = useRefusalText();
  const router = useRouter();
  const [pending, setPending] = useState<PublishLprRateInput | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const current = rateOnDate(facts.lprRates, today);
  const form = useForm({ resolver: useZodResolver(lprRateFormSchema), defaultValues: { fromDate: today as string, percent: current ? percentText(current.oneYearPpm, 4) : "", source: "" } });
  const values = useWatch({ control: form.control, compute: (held) => held });
  const problems = useMemo(() => {
    const parsed = lprRateFormSchema.safeParse({ ...values, source: values.source.trim() || "-" });
    return parsed.success ? checkLprRate(parsed.data, facts, today) : [];
  }, [values, facts, today]);
  const isRefused = problems.some(({ severity }) => severity === "refusal");

  async function confirm(): Promise<void> {
    if (!pending) return;
    const result = await publish(pending);
    if (result.ok) {
      toast.success(t("lpr.published", { date: pending.fromDate }));
      router.push("/platform/policies");
    } else setRefusal(result.refusal);
  }

  return (
    <Form
      form={form}
      onSubmit={(input) => {
        setRefusal(null);
        if (!isRefused) setPending({ ...input, expectedVersion: versions[input.fromDate] ?? 0 });
      }}
    >
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
      <Card>
        <div className="grid gap-4 md:grid-cols-2">
          <FormField control={form.control} name="fromDate" label={t("lpr.from")} hint={t("lpr.fromHint")}>
            {(field) => <DateInput {...field} min={today} />}
          </FormField>
          <FormField control={form.control} name="percent" label={t("lpr.rate")} hint={current ? t("lpr.currentHint", { percent: percentText(current.oneYearPpm, 4), date: current.fromDate }) : undefined}>
            {(field) => <Input {...field} inputMode="decimal" className="tabular" suffix="%" />}
          </FormField>
          <FormField control={form.control} name="source" label={t("field.source")} hint={t("lpr.sourceHint")} className="md:col-span-2">
            {(field) => <Textarea {...field} rows={2} />}
          </FormField>
        </div>
      </Card>
      {problems.length > 0 ? (
        <section aria-label={t("form.problems")} aria-live="polite">
          <PolicyProblems problems={problems} policyNames={policyNames} />
        </section>
      ) : null}
      <div className="flex flex-wrap justify-end gap-3">
        <Button asChild>
          <Link href="/platform/policies">{cards("form.leave")}</Link>
        </Button>
        <Button type="submit" variant="primary" aria-disabled={isRefused || undefined}>
          {t("lpr.review")}
        </Button>
      </div>
      <ConfirmDialog
        open={pending !== null}
        onOpenChange={(open) => {
          if (!open) setPending(null);
        }}
        title={t("lpr.confirmTitle", { percent: values.percent, date: values.fromDate })}
        description={t("lpr.confirmText")}
        confirmLabel={t("lpr.publish")}
        onConfirm={confirm}
      />
    </Form>
  );
}
