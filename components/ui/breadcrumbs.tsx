import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type Crumb = { label: ReactNode; href?: string };

export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("breadcrumbs")}>
      <ol className="flex flex-wrap items-center gap-1 text-[0.8125rem] text-ink-muted">
        {items.map((item, index) => (
          <li key={index} className="flex min-h-6 items-center gap-1">
            {index > 0 ? <ChevronRight aria-hidden className="size-3.5" /> : null}
            {item.href ? (
              <Link href={item.href} className="inline-flex min-h-6 items-center hover:text-ink hover:underline">
                {item.label}
              </Link>
            ) : (
              <span aria-current="page">{item.label}</span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
