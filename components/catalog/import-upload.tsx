"use client";
import { FileUp, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { cn } from "@/components/ui/class-names";
import { ProgressBar } from "@/components/ui/progress-bar";

export interface ImportUploadProps {
  sampleHref: string;
  rowsMax: number;
  bytesMax: number;
  /** the file that is on its way and how much of it is there, or null */
  sending: { fileName: string; share: number } | null;
  onFile: (file: File) => void;
  onCancel: () => void;
}

export function ImportUpload({ sampleHref, rowsMax, bytesMax, sending, onFile, onCancel }: ImportUploadProps) {
  const t = useTranslations("imports.upload");
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  return (
    <Card>
      <div
        onDragOver={(event) => {
          event.preventDefault();
          setIsOver(true);
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setIsOver(false);
          const [file] = event.dataTransfer.files;
          if (file && !sending) onFile(file);
        }}
        className={cn("flex min-h-64 flex-col items-center justify-center gap-3 rounded-md border-2 border-dashed border-line-strong px-6 py-10 text-center", isOver && "border-accent bg-accent-soft")}
      >
        {sending ? (
          <>
            <p role="status" className="flex items-center gap-2 break-all">
              <LoaderCircle aria-hidden className="size-5 shrink-0 animate-spin text-accent-text" />
              {sending.share < 1 ? t("sending", { name: sending.fileName }) : t("working", { name: sending.fileName })}
            </p>
            <div className="w-full max-w-md">
              <ProgressBar label={t("sending", { name: sending.fileName })} share={sending.share < 1 ? sending.share : null} />
            </div>
            <Button onClick={onCancel}>{t("cancel")}</Button>
          </>
        ) : (
          <>
            <FileUp aria-hidden className="size-8 text-ink-faint" />
            <p className="text-[0.9375rem] font-semibold">{t("drop")}</p>
            <p className="text-ink-muted">{t("or")}</p>
            <input
              ref={input}
              type="file"
              accept=".csv,.txt,.tsv,.xlsx,text/csv,text/plain,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
              aria-label={t("choose")}
              className="sr-only"
              tabIndex={-1}
              onChange={(event) => {
                const [file] = event.target.files ?? [];
                event.target.value = "";
                if (file) onFile(file);
              }}
            />
            <Button variant="primary" onClick={() => input.current?.click()}>
              {t("choose")}
            </Button>
          </>
        )}
        <p className="max-w-lg text-[0.8125rem] text-ink-muted">{t("limits", { rows: rowsMax, megabytes: bytesMax / 1_000_000 })}</p>
        <a href={sampleHref} download className="inline-flex min-h-6 items-center text-accent-text underline underline-offset-2">
          {t("sample")}
        </a>
      </div>
    </Card>
  );
}
