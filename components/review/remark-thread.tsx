"use client";
import { MessageSquareText } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useId, useState, useTransition } from "react";
import { toast } from "sonner";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { InstantText } from "@/components/ui/date-text";
import { Label } from "@/components/ui/label";
import { useRefusalText, type ActionResult } from "@/components/ui/refusal";
import { Textarea } from "@/components/ui/textarea";
import type { RemarkRow } from "@/lib/review/queries";
import { REMARK_MAX, type RemarkInput } from "@/lib/review/schema";

export type RemarkThreadProps = {
  copyId: string;
  version: number;
  text: string;
  remarks: readonly RemarkRow[];
  /** the span that a new remark is about; the whole text where none is chosen */
  span?: { start: number; end: number } | null;
  /** null where the reader may not speak */
  add: ((input: RemarkInput) => Promise<ActionResult<{ id: string }>>) | null;
};

/** What shop and reviewer say to each other about a span. */
export function RemarkThread({ copyId, version, text, remarks, span = null, add }: RemarkThreadProps) {
  const t = useTranslations("copy.remarks");
  const id = useId();
  const router = useRouter();
  const refusalText = useRefusalText();
  const [words, setWords] = useState("");
  const [isPending, startTransition] = useTransition();
  const about = span ? text.slice(span.start, span.end) : null;

  function send() {
    if (!add) return;
    startTransition(async () => {
      const result = await add({ copyId, version, start: span?.start ?? 0, end: span?.end ?? text.length, text: words });
      if (!result.ok) {
        toast.error(refusalText(result.refusal));
        return;
      }
      setWords("");
      router.refresh();
    });
  }

  return (
    <div className="flex flex-col gap-3">
      {remarks.length === 0 ? <p className="text-[0.8125rem] text-ink-muted">{t("none")}</p> : null}
      <ul className="flex flex-col gap-2.5">
        {remarks.map((remark) => (
          <li key={remark.id} className="rounded-md bg-sunken px-3 py-2">
            <p className="flex flex-wrap items-center gap-2 text-xs text-ink-muted">
              <Badge tone={remark.side === "review" ? "accent" : "neutral"}>{t(`sides.${remark.side}`)}</Badge>
              {remark.byName}
              <InstantText at={remark.at} />
              <span>{t("ofVersion", { version: remark.version })}</span>
            </p>
            {remark.version === version && remark.end - remark.start < text.length ? (
              <p lang="zh-CN" className="mt-1 border-l-2 border-line-strong pl-2 text-[0.8125rem] text-ink-muted">
                “{text.slice(remark.start, remark.end)}”
              </p>
            ) : null}
            <p className="mt-1 break-words whitespace-pre-wrap">{remark.text}</p>
          </li>
        ))}
      </ul>
      {add ? (
        <form
          className="flex flex-col gap-1.5"
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
        >
          <Label htmlFor={`${id}-remark`}>{about ? t("about", { words: about }) : t("write")}</Label>
          <Textarea id={`${id}-remark`} rows={2} maxLength={REMARK_MAX} value={words} onChange={(event) => setWords(event.target.value)} />
          <div className="flex justify-end">
            <Button type="submit" size="sm" pending={isPending} disabled={words.trim() === ""}>
              <MessageSquareText aria-hidden />
              {t("send")}
            </Button>
          </div>
        </form>
      ) : null}
    </div>
  );
}
