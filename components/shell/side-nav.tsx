"use client";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { isCurrent, type NavGroup } from "./nav-items";

export function SideNav({ groups, onNavigate }: { groups: readonly NavGroup[]; onNavigate?: () => void }) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  return (
    <nav aria-label={t("mainNav")}>
      {groups.map((group, index) => (
        <div key={group.key} className={cn(index > 0 && "mt-4")}>
          <p id={`nav-${group.key}`} className="px-2.5 pb-1 text-xs text-ink-faint">
            {t(`navGroup.${group.key}`)}
          </p>
          <ul aria-labelledby={`nav-${group.key}`} className="flex flex-col gap-0.5">
            {group.items.map((item) => {
              const current = isCurrent(item, pathname);
              return (
                <li key={item.key}>
                  <Link
                    href={item.href}
                    aria-current={current ? "page" : undefined}
                    onClick={onNavigate}
                    className={cn(
                      "flex h-9 items-center gap-2.5 rounded-md px-2.5 text-ink-muted hover:bg-hover hover:text-ink",
                      current && "bg-accent-soft font-medium text-accent-text hover:bg-accent-soft hover:text-accent-text",
                    )}
                  >
                    <item.icon aria-hidden className="size-4 shrink-0" />
                    {t(`nav.${item.key}`)}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
