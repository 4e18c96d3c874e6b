"use client";
import { useTranslations } from "next-intl";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useMemo, useRef, useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Form } from "@/components/ui/form";
import { FormField } from "@/components/ui/form-field";
import { Input } from "@/components/ui/input";
import { useShowRefusal, type ActionResult, type Refusal } from "@/components/ui/refusal";
import type { ChoiceOption } from "@/components/ui/use-option-search";
import { useZodResolver } from "@/components/ui/use-zod-resolver";
import type { LabelTemplate } from "@/lib/label-text/template";
import { fen } from "@/lib/money/fen";
import type { OfferJudgement } from "@/lib/offers/judge-offer";
import type { ExampleProduct, OfferSku } from "@/lib/offers/offer-sku";
import { judgeOffer } from "@/lib/offers/judge-offer";
import { isAboutProducts, type Finding } from "@/lib/offers/offer-finding";
import type { OfferPreview } from "@/lib/offers/preview-offer";
import type { RecommendationReason } from "@/lib/offers/recommend-offer";
import { offerContentSchema, type OfferContent } from "@/lib/offers/schema";
import { suggestTemplates } from "@/lib/offers/suggest-templates";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { FindingList } from "./finding-list";
import type { OfferFormValues } from "./offer-form-values";
import { OfferPreviewPanel } from "./offer-preview-panel";
import { OvertakenDialog } from "./overtaken-dialog";
import { productSearch } from "./product-search";
import { PlacementFields, TargetField, type TargetChoices } from "./scope-fields";
import { TermsFields } from "./terms-fields";
import { useEditorVerbs, type EditorActions, type Kept } from "./use-editor-verbs";
import { useOfferPreview } from "./use-offer-preview";
import { useOfferWords } from "./use-offer-words";
import { RangePriorityFields, WindowBudgetFields } from "./window-budget-fields";

export interface OfferEditorProps {
  shopId: string;
  kept: Kept;
  /** why the pre-filled offer is as it is; empty when an offer is edited */
  reasons: readonly RecommendationReason[];
  market: MarketFacts;
  templates: readonly LabelTemplate[];
  choices: Omit<TargetChoices, "searchProducts">;
  searchProducts: (text: string) => Promise<ActionResult<ChoiceOption[]>>;
  /** of the offer as it is opened */
  preview: OfferPreview;
  usedFen: number;
  now: string;
  may: { publish: boolean; seeCost: boolean };
  actions: EditorActions;
}

/** One page: the offer on the left, what it would do on the right, with every key. */
export function OfferEditor({ shopId, kept: initial, reasons, market, templates, choices, searchProducts, preview: initialPreview, usedFen, now, may, actions }: OfferEditorProps) {
  const t = useTranslations("offers");
  const words = useOfferWords();
  const router = useRouter();
  const showRefusal = useShowRefusal();
  const [hasChosenWords, setHasChosenWords] = useState(initial.draftVersion > 0);
  const [unlabelled, setUnlabelled] = useState<{ loss?: string; page: number }>({ page: 0 });
  const [asking, setAsking] = useState<OfferContent | null>(null);
  const [refusals, setRefusals] = useState<Finding[]>([]);
  const refusalBox = useRef<HTMLDivElement>(null);
  const { kept, keep, publish, overtaken, goOnFrom, closeOvertaken } = useEditorVerbs(initial, actions);

  const form = useForm<OfferFormValues, unknown, OfferContent>({ resolver: useZodResolver(offerContentSchema), defaultValues: initial.content });
  const values = useWatch({ control: form.control, compute: (current) => current });
  const content = useMemo(() => offerContentSchema.safeParse(values).data ?? null, [values]);
  const server = useOfferPreview({ shopId, offerId: kept.draftVersion > 0 ? kept.offerId : null, content, unlabelled, initial: initialPreview });
  const byCode = useMemo(() => new Map(templates.map((template) => [template.code, template])), [templates]);
  const templateWords = useMemo(() => Object.fromEntries(templates.map(({ code, mainLine }) => [code, mainLine])), [templates]);
  const example = server.preview?.example ?? null;
  const judge = (of: OfferContent): OfferJudgement =>
    judgeOffer({ content: { ...of, target: { kind: "all" } }, market, templates: byCode, now: new Date(now), usedFen: fen(usedFen), skus: example?.product ? [exampleSku(example)] : [], isSample: false });
  const instant = content ? judge(content) : null;
  const card = instant?.card ?? null;
  const findProducts = useMemo(() => productSearch(searchProducts), [searchProducts]);
  const home = `/s/${encodeURIComponent(shopId)}/offers`;

  /** Words that were not chosen by hand follow the terms, the payer and the placements, so that they stay true. */
  function changed(patch: Partial<OfferContent>) {
    setRefusals([]);
    const next = offerContentSchema.safeParse({ ...form.getValues(), ...patch }).data;
    if (!next) return;
    const { card: nextCard, terms } = judge(next);
    const quotes = terms.flatMap(({ example: one }) => (one.ok ? [one.quote] : []));
    if (!nextCard || quotes.length === 0) return;
    const suggested = suggestTemplates({ placements: next.placements, funding: next.funding, card: nextCard, quotes, templates: byCode });
    const isUntrue = next.placements.some((placement) => next.templates[placement] === undefined || (byCode.get(next.templates[placement])?.kind === "zero-interest" && quotes.some((quote) => !quote.interestFree)));
    if (!hasChosenWords || isUntrue) form.setValue("templates", suggested, { shouldDirty: true });
  }

  async function saveOnly(input: OfferContent) {
    const result = await keep(input);
    if (!result.ok) return show(result.refusal);
    toast.success(t("form.saved"));
    form.reset(input);
    if (kept.draftVersion === 0) router.replace(`${home}/${encodeURIComponent(result.value.offerId)}/edit`);
  }

  async function publishNow(): Promise<void> {
    if (!asking) return;
    const result = await publish(asking);
    if (result.ok) {
      toast.success(t("publish.done"));
      router.push(`${home}/${encodeURIComponent(result.value.offerId)}`);
    } else {
      show(result.refusal);
    }
  }

  function show(refusal: Refusal) {
    const found = refusalsIn(refusal.data);
    if (refusal.code === "offer_refused" && found) {
      showRefusals(found);
    } else if (!(refusal.code === "conflict" && refusal.data)) {
      showRefusal(form, refusal);
    }
  }

  const preview = server.isFresh ? server.preview : null;
  const known = preview?.refusals ?? instant?.refusals.filter((finding) => !isAboutProducts(finding)) ?? [];

  /** What the preview refuses already is shown where one looks; the server has the last word. */
  function askToPublish(input: OfferContent) {
    if (known.length === 0) return setAsking(input);
    showRefusals(known);
  }

  function showRefusals(found: Finding[]) {
    setRefusals(found);
    toast.error(t("publish.refused"));
    requestAnimationFrame(() => refusalBox.current?.focus());
  }

  return (
    <div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_minmax(24rem,28rem)]">
      <Form form={form} onSubmit={may.publish ? askToPublish : saveOnly} aria-label={t(initial.revision > 0 ? "form.publishChanges" : "newTitle")}>
        {reasons.length > 0 ? (
          <Callout title={t("form.recommended")}>
            <ul className="list-disc pl-4">
              {reasons.map(({ code, params }) => (
                <li key={code}>{t(`reason.${code}`, params)}</li>
              ))}
            </ul>
          </Callout>
        ) : null}
        {refusals.length > 0 ? (
          <div ref={refusalBox} tabIndex={-1} className="scroll-mt-20 outline-none">
            <FindingList findings={refusals} tone="refusal" />
          </div>
        ) : null}
        <Card title={t("form.basics")}>
          <div className="flex flex-col gap-5">
            <FormField control={form.control} name="name" label={t("field.name")} hint={t("hint.name")}>
              {(field) => <Input autoComplete="off" maxLength={30} {...field} />}
            </FormField>
            <TermsFields control={form.control} card={card} terms={values.terms} onChanged={changed} />
          </div>
        </Card>
        <Card title={t("form.money")}>
          <div className="flex flex-col gap-5">
            <WindowBudgetFields control={form.control} bearsFee={values.funding.merchantBps > 0} />
          </div>
        </Card>
        <Card title={t("form.scope")}>
          <div className="flex flex-col gap-5">
            <TargetField control={form.control} choices={{ ...choices, searchProducts: findProducts }} />
            <PlacementFields control={form.control} placements={values.placements} templates={templates} onPlacements={(placements) => changed({ placements })} onTemplate={() => setHasChosenWords(true)} />
          </div>
        </Card>
        <Card title={t("form.advanced")}>
          <RangePriorityFields control={form.control} />
        </Card>
        <div data-sticky-actions className="sticky bottom-14 z-10 md:bottom-0 -mx-1 flex flex-wrap items-center justify-end gap-2 border-t border-line bg-canvas px-1 py-3">
          <Button variant="ghost" asChild>
            <Link href={kept.draftVersion > 0 ? `${home}/${encodeURIComponent(kept.offerId)}` : home}>{t("form.leave")}</Link>
          </Button>
          <Button pending={form.formState.isSubmitting && !asking} onClick={() => void form.handleSubmit(saveOnly)()}>
            {t("form.saveDraft")}
          </Button>
          {may.publish ? (
            <Button type="submit" variant="primary">
              {t(initial.revision > 0 ? "form.publishChanges" : "form.publish")}
            </Button>
          ) : null}
        </div>
      </Form>

      <section aria-label={t("preview.title")} className="min-w-0 xl:sticky xl:top-4">
        <OfferPreviewPanel shopId={shopId} content={content} instant={instant} server={server} seesCost={may.seeCost} unlabelled={unlabelled} onUnlabelled={setUnlabelled} />
      </section>

      <ConfirmDialog
        open={asking !== null}
        onOpenChange={(open) => (open ? undefined : setAsking(null))}
        title={t("publish.title", { name: asking?.name ?? "" })}
        description={t("publish.description")}
        confirmLabel={t("publish.confirm")}
        onConfirm={publishNow}
      >
        {asking ? (
          <ul className="list-disc pl-4 text-[0.8125rem]">
            <li>
              {words.terms(asking.terms)} · {words.funding(asking.funding)} · {words.target(asking.target)}
            </li>
            <li className="tabular">{words.fieldValue("window", asking, templateWords)}</li>
            <li>{words.placements(asking.placements)}</li>
            {preview ? <li>{t("publish.starts", { labelled: preview.labelledCount })}</li> : null}
          </ul>
        ) : null}
      </ConfirmDialog>
      {overtaken ? (
        <OvertakenDialog
          base={kept.content}
          mine={overtaken.mine}
          theirs={overtaken.theirs}
          templateWords={templateWords}
          onClose={closeOvertaken}
          onMerged={(merged, theirs) => {
            goOnFrom(theirs);
            form.reset(merged);
          }}
        />
      ) : null}
    </div>
  );
}

function exampleSku({ product, cashPriceFen, installmentPriceFen, costPriceFen }: ExampleProduct): OfferSku {
  return { productId: product?.productId ?? "", skuId: product?.skuId ?? "", title: product?.title ?? "", skuName: product?.skuName ?? "", category: "", contentTags: [], cashPriceFen, installmentPriceFen, costPriceFen, inStock: true };
}

function refusalsIn(data: unknown): Finding[] | null {
  return data instanceof Object && "refusals" in data && Array.isArray(data.refusals) ? (data.refusals as Finding[]) : null;
}
