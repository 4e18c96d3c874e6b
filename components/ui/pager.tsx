"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button } from "./button";

/** Keyset paging: the neighbors are links, so that the back button and a shared address work. */
export function Pager({ previousHref, nextHref, summary }: { previousHref?: string | null; nextHref?: string | null; summary?: ReactNode }) {
  const t = useTranslations("common");
  if (!previousHref && !nextHref && !summary) return null;
  return (
    <nav aria-label={t("pager.label")} className="flex min-h-12 flex-wrap items-center justify-between gap-2 px-4 py-2">
      <p className="text-[0.8125rem] text-ink-muted">{summary}</p>
      <div className="flex gap-2">
        <PagerLink href={previousHref}>
          <ChevronLeft aria-hidden />
          {t("pager.previous")}
        </PagerLink>
        <PagerLink href={nextHref}>
          {t("pager.next")}
          <ChevronRight aria-hidden />
        </PagerLink>
      </div>
    </nav>
  );
}

function PagerLink({ href, children }: { href?: string | null; children: ReactNode }) {
  if (!href) {
    return (
      <Button size="sm" disabled>
        {children}
      </Button>
    );
  }
  return (
    <Button size="sm" asChild>
      <Link href={href}>{children}</Link>
    </Button>
  );
}
