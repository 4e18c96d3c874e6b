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
import { Form } from "@/components/ui/form";
import { useRefusalText, type ActionResult, type Refusal } from "@/components/ui/refusal";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { formatFen } from "@/lib/money/fen";
import { rateCardSchema, type RateCard } from "@/lib/quote/schema";
import { cardInForce } from "@/lib/rate-cards/card-in-force";
import { checkRateCard, earliestCardStart } from "@/lib/rate-cards/check-rate-card";
import { diffRateCards } from "@/lib/rate-cards/diff-rate-cards";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { rateCardFormSchema, rateCardFormValues, readDraftCard } from "@/lib/rate-cards/rate-card-form";
import type { PublishRateCardInput } from "@/lib/rate-cards/schema";
import { referenceAmount, termFigures } from "@/lib/rate-cards/term-figures";
import { CardChanges } from "./card-changes";
import { CardProblems } from "./card-problems";
import { CardRuleFields, CardStartFields } from "./card-rule-fields";
import { FeeRowsEditor } from "./fee-rows-editor";

export type RateCardFormProps = {
  /** the version the form starts from */
  basis: RateCard;
  /** true where the channel has no card yet and `basis` only lends its rules */
  isNewChannel: boolean;
  facts: MarketFacts;
  today: CalendarDate;
  policyNames: Readonly<Record<string, string>>;
  publish: (input: PublishRateCardInput) => Promise<ActionResult<{ id: string }>>;
};

const BLANK_TERMS = ["3", "6", "12"].map((term) => ({ term, consumer: "", merchant: "", platform: "" }));

/** A new version: typed, worked out and checked in the browser, compared with what it replaces, then published. */
export function RateCardForm({ basis, isNewChannel, facts: initialFacts, today, policyNames, publish }: RateCardFormProps) {
  const t = useTranslations("rateCards");
  const refusalText = useRefusalText();
  const router = useRouter();
  const [facts, setFacts] = useState(initialFacts);
  const [pending, setPending] = useState<PublishRateCardInput | null>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [overtaking, setOvertaking] = useState<RateCard | null>(null);

  const earliest = earliestCardStart(facts, isNewChannel ? "" : basis.channel, today);
  const form = useForm({
    resolver: useZodResolver(rateCardFormSchema),
    defaultValues: isNewChannel ? { ...rateCardFormValues(basis, earliest), fromDate: earliest, terms: BLANK_TERMS } : rateCardFormValues(basis, earliest),
  });
  const values = useWatch({ control: form.control, compute: (current) => current });
  const newest = facts.rateCards.filter((card) => card.channel === values.channel).reduce((version, card) => Math.max(version, card.version), 0);
  const draft = useMemo(() => readDraftCard(values, basis, newest + 1), [values, basis, newest]);
  const replaced = cardInForce(facts.rateCards, draft.channel, draft.fromDate);
  const amount = referenceAmount(draft);
  const figures = useMemo(() => termFigures(draft, facts, draft.fromDate, referenceAmount(draft)), [draft, facts]);
  const problems = useMemo(() => checkRateCard(draft, facts, today), [draft, facts, today]);
  // Said where the changes stand: an untouched form has nothing wrong with it.
  const shownProblems = problems.filter(({ code }) => code !== "nothing-changed");
  const isRefused = problems.some(({ severity }) => severity === "refusal");

  async function confirm(): Promise<boolean> {
    if (!pending) return true;
    const result = await publish(pending);
    if (result.ok) {
      toast.success(t("form.published", { version: pending.expectedVersion + 1, date: pending.fromDate }));
      router.push(`/platform/rate-cards/${result.value.id}`);
      return true;
    }
    setRefusal(result.refusal);
    if (result.refusal.code === "conflict") setOvertaking(newestOf(result.refusal.data));
    return true;
  }

  function continueFrom(card: RateCard) {
    setFacts({ ...facts, rateCards: [...facts.rateCards, card] });
    setOvertaking(null);
    setRefusal(null);
  }

  return (
    <Form
      form={form}
      onSubmit={(input) => {
        setRefusal(null);
        if (!isRefused) setPending({ ...input, expectedVersion: newest });
      }}
    >
      <Card title={t("form.fees")} description={t("form.feesDescription", { amount: formatFen(amount), date: draft.fromDate })} flush>
        <FeeRowsEditor control={form.control} figures={figures} />
      </Card>
      {shownProblems.length > 0 ? (
        <section aria-label={t("form.problems")} aria-live="polite">
          <CardProblems problems={shownProblems} policyNames={policyNames} />
        </section>
      ) : null}
      <Card title={t("form.start")}>
        <CardStartFields control={form.control} earliest={earliest} isNew={isNewChannel} />
      </Card>
      <Card title={t("form.rules")}>
        <CardRuleFields control={form.control} />
      </Card>
      <Card title={t("changes.title")} description={replaced ? t("changes.against", { version: replaced.version, date: draft.fromDate }) : t("changes.first")}>
        {replaced ? <CardChanges changes={diffRateCards(replaced, draft)} /> : null}
      </Card>

      {refusal ? (
        <Callout tone="refusal" live title={refusalText(refusal)}>
          {overtaking ? (
            <>
              <p className="mb-2">{t("form.overtaken", { version: overtaking.version })}</p>
              <CardChanges changes={diffRateCards(overtaking, draft)} />
              <Button size="sm" className="mt-3" onClick={() => continueFrom(overtaking)}>
                {t("form.continueFrom", { version: overtaking.version })}
              </Button>
            </>
          ) : null}
        </Callout>
      ) : null}
      <div className="flex flex-wrap items-center justify-end gap-3">
        {isRefused ? <p className="text-[0.8125rem] text-ink-muted">{t(shownProblems.some(({ severity }) => severity === "refusal") ? "form.fixFirst" : "form.changeFirst")}</p> : null}
        <Button asChild>
          <Link href="/platform/rate-cards">{t("form.leave")}</Link>
        </Button>
        <Button type="submit" variant="primary" aria-disabled={isRefused || undefined}>
          {t("form.review")}
        </Button>
      </div>

      <ConfirmDialog
        open={pending !== null}
        onOpenChange={(open) => {
          if (!open) setPending(null);
        }}
        title={t("form.confirmTitle", { version: newest + 1, date: draft.fromDate })}
        description={t("form.confirmText")}
        confirmLabel={t("form.publish")}
        onConfirm={confirm}
      >
        {replaced ? <CardChanges changes={diffRateCards(replaced, draft)} /> : null}
      </ConfirmDialog>
    </Form>
  );
}

function newestOf(data: unknown): RateCard | null {
  const newest = data instanceof Object && "newest" in data ? rateCardSchema.safeParse(data.newest) : null;
  return newest?.success ? newest.data : null;
}
