"use client";
import { ImageUp, LoaderCircle, TextSelect, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ProgressBar } from "@/components/ui/progress-bar";
import { useRefusalText, type Refusal } from "@/components/ui/refusal";
import type { Picture } from "@/lib/review/picture";
import { PICTURE_BYTES_MAX, PICTURE_PIXELS_MAX, PICTURE_REFUSALS, PICTURE_TYPES, readPictureHeader, type PictureRefusal } from "@/lib/review/read-picture-header";
import { getPicture, uploadPicture } from "./picture-api";

const LOOK_EVERY_MS = 800;

export type PosterFieldProps = {
  picturesPath: string;
  picture: Picture | null;
  onPicture: (picture: Picture | null) => void;
  /** puts the recognized lines into the text; null where they stand there already */
  onUseLines: (() => void) | null;
};

/** Choose a poster, watch its text being read, take the lines over. */
export function PosterField({ picturesPath, picture, onPicture, onUseLines }: PosterFieldProps) {
  const t = useTranslations("copy.poster");
  const refusalText = useRefusalText();
  const input = useRef<HTMLInputElement>(null);
  const [isSending, setIsSending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [missed, setMissed] = useState(0);
  const isRunning = picture?.state === "waiting" || picture?.state === "reading";

  useEffect(() => {
    if (!picture || !isRunning) return;
    let isStale = false;
    const timer = setTimeout(async () => {
      const result = await getPicture(picturesPath, picture.id);
      if (isStale) return;
      if (result?.ok) onPicture(result.value);
      else setMissed((before) => before + 1);
    }, LOOK_EVERY_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [picture, isRunning, missed, picturesPath, onPicture]);

  async function send(file: File) {
    setProblem(null);
    setIsSending(true);
    try {
      if (file.size > PICTURE_BYTES_MAX) return setProblem(words("too-large", PICTURE_BYTES_MAX));
      const header = readPictureHeader(new Uint8Array(await file.arrayBuffer()));
      if (!header.ok) return setProblem(words(header.reason, header.max));
      const result = await uploadPicture(picturesPath, file, header.mediaType);
      if (result === null) setProblem(t("network"));
      else if (result.ok) onPicture(result.value);
      else setProblem(wordsOfRefusal(result.refusal));
    } finally {
      setIsSending(false);
    }
  }

  const words = (reason: PictureRefusal, max = 0): string => t(`refused.${reason}`, { megabytes: max / 1_000_000, pixels: max });

  function wordsOfRefusal(refusal: Refusal): string {
    const reason = PICTURE_REFUSALS.find((one) => one === refusal.params?.problem);
    return reason ? words(reason, Number(refusal.params?.max ?? 0)) : refusalText(refusal);
  }

  return (
    <fieldset className="flex flex-col gap-2 rounded-md border border-line p-3">
      <legend className="px-1 text-sm font-medium">{t("title")}</legend>
      <p className="text-[0.8125rem] text-ink-muted">{t("limits", { megabytes: PICTURE_BYTES_MAX / 1_000_000, pixels: PICTURE_PIXELS_MAX })}</p>
      <input
        ref={input}
        type="file"
        accept={PICTURE_TYPES.join(",")}
        aria-label={t("choose")}
        className="sr-only"
        tabIndex={-1}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void send(file);
        }}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="button" pending={isSending} disabled={isRunning} onClick={() => input.current?.click()}>
          <ImageUp aria-hidden />
          {picture ? t("chooseOther") : t("choose")}
        </Button>
        {onUseLines ? (
          <Button type="button" onClick={onUseLines}>
            <TextSelect aria-hidden />
            {t("useLines")}
          </Button>
        ) : null}
        {picture && !isRunning ? (
          <Button type="button" variant="ghost" onClick={() => onPicture(null)}>
            <Trash2 aria-hidden />
            {t("remove")}
          </Button>
        ) : null}
      </div>
      <div role="status">
        {isRunning ? (
          <p className="flex items-center gap-2 text-[0.8125rem]">
            <LoaderCircle aria-hidden className="size-4 shrink-0 animate-spin text-accent-text" />
            {picture.state === "waiting" ? t("waiting") : t("reading")}
          </p>
        ) : picture?.state === "read" ? (
          <p className="text-[0.8125rem] text-ink-muted">{picture.lines.length === 0 ? t("noWords") : t("read", { count: picture.lines.length })}</p>
        ) : null}
      </div>
      {isRunning ? <ProgressBar label={t("reading")} share={picture.state === "waiting" ? null : picture.progress / 100} /> : null}
      {picture?.state === "failed" && !problem ? (
        <Callout tone="warning" live title={t(`failed.${picture.problem ?? "internal"}`)}>
          {t("byHand")}
        </Callout>
      ) : null}
      {problem ? <Callout tone="refusal" live title={problem} /> : null}
    </fieldset>
  );
}
