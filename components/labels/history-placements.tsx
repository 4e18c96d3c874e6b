import { useTranslations } from "next-intl";
import Link from "next/link";
import { cn } from "@/components/ui/class-names";
import type { Placement } from "@/lib/offers/placement";

export function HistoryPlacements({ current, links }: { current: Placement; links: readonly { placement: Placement; href: string }[] }) {
  const t = useTranslations("labels");
  return (
    <nav aria-label={t("history.placement")} className="flex gap-1">
      {links.map(({ placement, href }) => (
        <Link
          key={placement}
          href={href}
          scroll={false}
          aria-current={placement === current ? "true" : undefined}
          className={cn("flex min-h-8 items-center rounded-md px-2.5 text-[0.8125rem]", placement === current ? "bg-accent-soft font-medium text-accent-text" : "text-ink-muted hover:bg-hover")}
        >
          {t(`placements.${placement}`)}
        </Link>
      ))}
    </nav>
  );
}
