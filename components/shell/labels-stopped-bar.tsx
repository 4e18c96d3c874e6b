"use client";
import { OctagonX } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { InstantText } from "@/components/ui/date-text";

/** Nobody should wonder on another page why no label is shown; the labels page itself says more. */
export function LabelsStoppedBar({ labelsHref, by, at }: { labelsHref: string; by: string; at: string }) {
  const t = useTranslations("shell.stopped");
  if (usePathname() === labelsHref) return null;
  return (
    <div role="region" aria-label={t("title")} className="flex flex-wrap items-center gap-x-2 gap-y-1 border-b border-danger-line/50 bg-danger-soft px-4 py-2 text-[0.8125rem]">
      <OctagonX aria-hidden className="size-4 shrink-0 text-danger-text" />
      <span className="font-semibold">{t("title")}</span>
      <span>
        {by} · <InstantText at={at} />
      </span>
      <Link href={labelsHref} className="inline-flex min-h-6 items-center font-medium underline underline-offset-4">
        {t("action")}
      </Link>
    </div>
  );
}
