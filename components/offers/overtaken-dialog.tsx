"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog, DialogContent } from "@/components/ui/dialog";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import { mergeOfferContent, pickFields } from "@/lib/offers/merge-offer-content";
import { OFFER_FIELDS, saysTheSame, type OfferField } from "@/lib/offers/offer-content-fields";
import type { OvertakenBy } from "@/lib/offers/refuse-stale";
import type { OfferContent } from "@/lib/offers/schema";
import { useOfferWords } from "./use-offer-words";

export interface OvertakenDialogProps {
  base: OfferContent;
  mine: OfferContent;
  theirs: OvertakenBy;
  templateWords: Readonly<Record<string, string>>;
  onMerged: (content: OfferContent, theirs: OvertakenBy) => void;
  onClose: () => void;
}

/** Somebody else saved first: both sets of changes side by side, and a choice for each field that both changed. */
export function OvertakenDialog({ base, mine, theirs, templateWords, onMerged, onClose }: OvertakenDialogProps) {
  const t = useTranslations("offers");
  const { fieldValue } = useOfferWords();
  const [takenOver, setTakenOver] = useState<readonly OfferField[]>([]);
  const by = theirs.changedBy ?? t("overtaken.someone");
  const { merged, clashes, taken } = mergeOfferContent(base, mine, theirs.content);
  const differing = OFFER_FIELDS.filter((field) => !saysTheSame(field, mine[field], theirs.content[field]));

  return (
    <Dialog open onOpenChange={(open) => (open ? undefined : onClose())}>
      <DialogContent
        size="lg"
        title={t("overtaken.title", { by })}
        description={t("overtaken.description")}
        footer={
          <>
            <Button onClick={() => onMerged(theirs.content, theirs)}>{t("overtaken.discard")}</Button>
            <Button variant="primary" onClick={() => onMerged(pickFields(merged, theirs.content, takenOver), theirs)}>
              {t("overtaken.apply")}
            </Button>
          </>
        }
      >
        <ul className="divide-y divide-line">
          {differing.map((field) => {
            const isClash = clashes.includes(field);
            return (
              <li key={field} className="py-3">
                <p className="font-medium">{t(`field.${field}`)}</p>
                {isClash ? (
                  <RadioGroup
                    aria-label={t("overtaken.choose", { field: t(`field.${field}`) })}
                    className="mt-1.5"
                    value={takenOver.includes(field) ? "theirs" : "mine"}
                    onValueChange={(whose) => setTakenOver(whose === "theirs" ? [...takenOver, field] : takenOver.filter((one) => one !== field))}
                  >
                    <RadioOption value="mine" label={t("overtaken.mine")} hint={fieldValue(field, mine, templateWords)} />
                    <RadioOption value="theirs" label={t("overtaken.theirs", { by })} hint={fieldValue(field, theirs.content, templateWords)} />
                  </RadioGroup>
                ) : (
                  <p className="tabular mt-1 text-[0.8125rem]">
                    {fieldValue(field, taken.includes(field) ? theirs.content : mine, templateWords)}
                    <span className="block text-ink-muted">{taken.includes(field) ? t("overtaken.autoTaken", { by }) : t("overtaken.mineKept")}</span>
                  </p>
                )}
              </li>
            );
          })}
        </ul>
      </DialogContent>
    </Dialog>
  );
}
