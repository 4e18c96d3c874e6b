"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";

const PLACES = ["index", "live", "showcase", "poi"] as const;

export function StoreNav({ shopId }: { shopId: string }) {
  const t = useTranslations("store.nav");
  const pathname = usePathname();
  return (
    <nav aria-label={t("label")} className="flex gap-1 overflow-x-auto px-3">
      {PLACES.map((place) => {
        const href = place === "index" ? `/store/${shopId}` : `/store/${shopId}/${place}`;
        const isCurrent = pathname === href;
        return (
          <Link key={place} href={href} aria-current={isCurrent ? "page" : undefined} className={cn("flex min-h-10 shrink-0 items-center border-b-2 px-2.5 text-sm", isCurrent ? "border-accent font-medium text-accent-text" : "border-transparent text-ink-muted hover:text-ink")}>
            {t(place)}
          </Link>
        );
      })}
    </nav>
  );
}
