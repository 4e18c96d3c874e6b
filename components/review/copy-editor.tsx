"use client";
import { Save, Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useId, useMemo, useRef, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { Label } from "@/components/ui/label";
import { issueText } from "@/components/ui/issue-text";
import { useRefusalText, type ActionResult, type Refusal } from "@/components/ui/refusal";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import type { ChoiceOption } from "@/components/ui/use-option-search";
import { PLACEMENTS, type Placement } from "@/lib/offers/placement";
import type { CopyFacts } from "@/lib/review/copy-facts";
import type { Picture } from "@/lib/review/picture";
import { placeFindings, posterLinesOf } from "@/lib/review/place-findings";
import { COPY_KINDS, COPY_TEXT_MAX, type CopyKind, type CreateCopyInput, type SaveCopyInput } from "@/lib/review/schema";
import { LiveFindings } from "./live-findings";
import { PosterField } from "./poster-field";
import { PosterView } from "./poster-view";
import { QuoteFactsTable } from "./quote-facts-table";
import { useLiveCheck } from "./use-live-check";

const NO_OFFER = "none";

export interface CopyDraft {
  copyId: string | null;
  version: number;
  productId: string | null;
  placement: Placement;
  kind: CopyKind;
  offerId: string | null;
  text: string;
  /** of a poster's text */
  picture: Picture | null;
}

export type CopyEditorProps = {
  shopPath: string;
  picturesPath: string;
  /** minted with the page, so that sending twice makes one text */
  newCopyId: string;
  draft: CopyDraft;
  product: ChoiceOption | null;
  offers: readonly { value: string; label: string }[];
  facts: CopyFacts | null;
  /** null: those that come with the program */
  rulesSha256: string | null;
  search: (text: string) => Promise<ActionResult<ChoiceOption[]>>;
  readFacts: (input: { productId: string; offerId: string | null }) => Promise<ActionResult<CopyFacts>>;
  create: (input: CreateCopyInput) => Promise<ActionResult<{ copyId: string; version: number }>>;
  save: (input: SaveCopyInput) => Promise<ActionResult<{ version: number }>>;
  submit: (input: { copyId: string; expectedVersion: number }) => Promise<ActionResult<unknown>>;
};

const NO_FACTS = { quotes: [], window: null };

/** The recognized lines as a text, one line each. */
const textOf = ({ lines }: Picture): string => lines.map(({ text }) => text).join("\n").slice(0, COPY_TEXT_MAX);

/** Words about the goods, checked while one types, with the rewrite in place. */
export function CopyEditor({ shopPath, picturesPath, newCopyId, draft, product, offers, facts: firstFacts, rulesSha256, search, readFacts, create, save, submit }: CopyEditorProps) {
  const t = useTranslations("copy");
  const root = useTranslations();
  const id = useId();
  const router = useRouter();
  const refusalText = useRefusalText();
  const area = useRef<HTMLTextAreaElement>(null);
  const [values, setValues] = useState(draft);
  const [chosen, setChosen] = useState(product);
  const [facts, setFacts] = useState(firstFacts);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const [isPending, startTransition] = useTransition();
  const answer = useLiveCheck(values.text, facts ?? NO_FACTS, rulesSha256);
  const check = answer === "failed" ? null : answer;
  const isNew = values.copyId === null;
  const { productId, offerId } = values;
  const picture = values.kind === "poster" ? values.picture : null;
  const placed = useMemo(() => (picture?.state === "read" ? placeFindings(values.text, check?.findings ?? [], picture.lines) : null), [picture, values.text, check]);

  useEffect(() => {
    if (productId === null) return;
    let isStale = false;
    void readFacts({ productId, offerId }).then((result) => {
      if (!isStale) setFacts(result.ok ? result.value : null);
    });
    return () => {
      isStale = true;
    };
  }, [productId, offerId, readFacts]);

  const change = (changes: Partial<CopyDraft>) => setValues((before) => ({ ...before, ...changes }));

  // What somebody wrote is never written over: the lines fill an empty text only.
  const onPicture = useCallback((picture: Picture | null) => setValues((before) => ({ ...before, picture, text: picture?.state === "read" && before.text.trim() === "" ? textOf(picture) : before.text })), []);

  async function keep(): Promise<{ copyId: string; version: number } | null> {
    if (productId === null) {
      setRefusal({ code: "invalid_input", requestId: null, issues: [{ path: "productId", code: "required" }] });
      return null;
    }
    const { copyId, version, placement, kind, text } = values;
    const pictureId = picture?.id ?? null;
    const result = copyId === null ? await create({ copyId: newCopyId, productId, placement, kind, offerId, text, pictureId }) : await save({ copyId, expectedVersion: version, offerId, text, pictureId });
    if (!result.ok) {
      setRefusal(result.refusal);
      return null;
    }
    setRefusal(null);
    const kept = { copyId: copyId ?? newCopyId, version: result.value.version };
    change(kept);
    return kept;
  }

  function onSave() {
    startTransition(async () => {
      const kept = await keep();
      if (!kept) return;
      toast.success(t("savedToast"));
      if (isNew) router.replace(`${shopPath}/copy/${kept.copyId}`);
      else router.refresh();
    });
  }

  function onSubmit() {
    startTransition(async () => {
      const kept = await keep();
      if (!kept) return;
      const result = await submit({ copyId: kept.copyId, expectedVersion: kept.version });
      if (!result.ok) {
        setRefusal(result.refusal);
        return;
      }
      toast.success(t("submittedToast"));
      if (isNew) router.replace(`${shopPath}/copy/${kept.copyId}`);
      else router.refresh();
    });
  }

  function select(finding: number) {
    setActive(finding);
    const span = check?.findings[finding];
    if (!span || !area.current) return;
    area.current.focus();
    area.current.setSelectionRange(span.start, span.end);
  }

  const findings = check?.findings ?? [];
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <Card>
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          <div className="grid gap-3 sm:grid-cols-2">
            <div className="flex min-w-0 flex-col gap-1.5 sm:col-span-2">
              <Label htmlFor={`${id}-product`}>{t("product")}</Label>
              <Combobox
                id={`${id}-product`}
                label={t("product")}
                options={chosen ? [chosen] : []}
                value={productId}
                disabled={!isNew}
                onChange={(value, option) => {
                  setChosen(option);
                  change({ productId: value });
                }}
                onSearch={async (text) => {
                  const result = await search(text);
                  return result.ok ? result.value : [];
                }}
                placeholder={t("productPlaceholder")}
              />
            </div>
            <div className="flex min-w-0 flex-col gap-1.5">
              <Label htmlFor={`${id}-placement`}>{t("placement")}</Label>
              <Select id={`${id}-placement`} value={values.placement} disabled={!isNew} onValueChange={(placement) => change({ placement: placement as Placement })} options={PLACEMENTS.map((value) => ({ value, label: t(`placements.${value}`) }))} />
            </div>
            <div className="flex min-w-0 flex-col gap-1.5">
              <Label htmlFor={`${id}-kind`}>{t("kind")}</Label>
              <Select id={`${id}-kind`} value={values.kind} disabled={!isNew} onValueChange={(kind) => change({ kind: kind as CopyKind })} options={COPY_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))} />
            </div>
            <div className="flex min-w-0 flex-col gap-1.5 sm:col-span-2">
              <Label htmlFor={`${id}-offer`}>{t("offer")}</Label>
              <Select id={`${id}-offer`} value={offerId ?? NO_OFFER} onValueChange={(value) => change({ offerId: value === NO_OFFER ? null : value })} options={[{ value: NO_OFFER, label: t("noOffer") }, ...offers]} aria-describedby={`${id}-offer-hint`} />
              <p id={`${id}-offer-hint`} className="text-[0.8125rem] text-ink-muted">
                {t("offerHint")}
              </p>
            </div>
          </div>
          {values.kind === "poster" ? (
            <PosterField
              picturesPath={picturesPath}
              picture={picture}
              onPicture={onPicture}
              onUseLines={picture?.state === "read" && picture.lines.length > 0 && values.text !== textOf(picture) ? () => change({ text: textOf(picture) }) : null}
            />
          ) : null}
          <div className="flex flex-col gap-1.5">
            <Label htmlFor={`${id}-text`}>{t("text")}</Label>
            <p id={`${id}-text-hint`} className="text-[0.8125rem] text-ink-muted">
              {t("textHint")}
            </p>
            <Textarea id={`${id}-text`} ref={area} lang="zh-CN" rows={9} value={values.text} onChange={(event) => change({ text: event.target.value })} aria-describedby={`${id}-text-hint ${id}-text-count`} aria-invalid={values.text.length > COPY_TEXT_MAX} />
            <p id={`${id}-text-count`} className={values.text.length > COPY_TEXT_MAX ? "text-xs text-danger-text" : "tabular text-xs text-ink-muted"}>
              {t("count", { count: values.text.length, max: COPY_TEXT_MAX })}
            </p>
          </div>
          {refusal ? (
            <Callout tone="refusal" live title={refusalText(refusal)}>
              {refusal.issues?.map((issue, index) => <p key={index}>{`${t(`fields.${fieldOf(issue.path)}`)}${t("colon")}${issueWords(issue.code) ? t(`problems.${issueWords(issue.code)!}`) : issueText(issue, root)}`}</p>)}
            </Callout>
          ) : null}
          <div className="flex flex-wrap justify-end gap-2">
            <Button type="button" pending={isPending} onClick={onSave}>
              <Save aria-hidden />
              {t("saveDraft")}
            </Button>
            <Button type="submit" variant="primary" pending={isPending}>
              <Send aria-hidden />
              {t("submit")}
            </Button>
          </div>
        </form>
      </Card>

      <div className="flex min-w-0 flex-col gap-4">
        {picture ? (
          <Card title={t("poster.title")}>
            <PosterView src={`${picturesPath}/${picture.id}/file`} picture={picture} findings={findings} placed={placed} active={active} />
          </Card>
        ) : null}
        <LiveFindings text={values.text} check={answer} active={active} linesOf={picture && placed ? (index) => posterLinesOf(placed, index, picture.lines) : undefined} onPick={select} onRewrite={(text) => change({ text })} />
        {facts ? (
          <Card title={t("facts.title")}>
            <QuoteFactsTable facts={facts} />
          </Card>
        ) : null}
      </div>
    </div>
  );
}

const FIELDS = ["productId", "placement", "kind", "offerId", "text", "pictureId"] as const;
const fieldOf = (path: string): (typeof FIELDS)[number] => FIELDS.find((field) => path.startsWith(field)) ?? "text";

const PROBLEMS = ["broken-text", "no-words", "required", "poster-only"] as const;
const issueWords = (code: string): (typeof PROBLEMS)[number] | undefined => PROBLEMS.find((problem) => problem === code);
