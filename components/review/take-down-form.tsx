"use client";
import { OctagonX, Search } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Card } from "@/components/ui/card";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Input } from "@/components/ui/input";
import { Label } from "@/components/ui/label";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";
import { PHRASE_MAX } from "@/lib/review/schema";
import type { FallingCopy } from "@/lib/review/take-down-phrase";

interface Falling {
  count: number;
  shops: number;
  rows: FallingCopy[];
}

export type TakeDownFormProps = {
  preview: (phrase: string) => Promise<ActionResult<Falling>>;
  takeDown: (input: { phrase: string; reason: string }) => Promise<ActionResult<{ fallen: number }>>;
};

/** First what would fall, then the button. */
export function TakeDownForm({ preview, takeDown }: TakeDownFormProps) {
  const t = useTranslations("reviews.takeDown");
  const id = useId();
  const router = useRouter();
  const refusalText = useRefusalText();
  const [phrase, setPhrase] = useState("");
  const [looked, setLooked] = useState<{ phrase: string; falling: Falling } | null>(null);
  const [isPending, startTransition] = useTransition();
  const falling = looked?.phrase === phrase ? looked.falling : null;

  function look() {
    startTransition(async () => {
      const result = await preview(phrase);
      if (result.ok) setLooked({ phrase, falling: result.value });
      else toast.error(refusalText(result.refusal));
    });
  }

  return (
    <Card title={t("look")}>
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          look();
        }}
      >
        <div className="flex min-w-60 flex-1 flex-col gap-1.5">
          <Label htmlFor={`${id}-phrase`}>{t("phrase")}</Label>
          <Input id={`${id}-phrase`} lang="zh-CN" maxLength={PHRASE_MAX} value={phrase} onChange={(event) => setPhrase(event.target.value)} aria-describedby={`${id}-hint`} />
        </div>
        <Button type="submit" pending={isPending} disabled={phrase.trim().length < 2}>
          <Search aria-hidden />
          {t("preview")}
        </Button>
      </form>
      <p id={`${id}-hint`} className="mt-1.5 text-[0.8125rem] text-ink-muted">
        {t("hint")}
      </p>
      {falling ? (
        <div className="mt-4 flex flex-col gap-3">
          <Callout live tone={falling.count === 0 ? "info" : "warning"} title={t("wouldFall", { count: falling.count, shops: falling.shops })} />
          <ul className="divide-y divide-line">
            {falling.rows.map((row) => (
              <li key={row.copyId} className="py-2">
                <p className="text-[0.8125rem] text-ink-muted">
                  {row.shopName} · {row.productTitle}
                </p>
                <p lang="zh-CN" className="line-clamp-2 break-words">
                  {row.text}
                </p>
              </li>
            ))}
          </ul>
          {falling.count > 0 ? (
            <div>
              <ConfirmDialog
                danger
                trigger={
                  <Button variant="danger">
                    <OctagonX aria-hidden />
                    {t("button")}
                  </Button>
                }
                title={t("confirmTitle", { count: falling.count })}
                description={t("confirmText")}
                confirmLabel={t("button")}
                reason={{ label: t("reason") }}
                onConfirm={async (reason) => {
                  const result = await takeDown({ phrase, reason });
                  if (!result.ok) {
                    toast.error(refusalText(result.refusal));
                    return false;
                  }
                  toast.success(t("done", { count: result.value.fallen }));
                  setLooked(null);
                  router.refresh();
                }}
              />
            </div>
          ) : null}
        </div>
      ) : null}
    </Card>
  );
}
