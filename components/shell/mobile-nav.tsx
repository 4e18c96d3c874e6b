"use client";
import { Menu } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { useOnDemand } from "@/components/ui/use-on-demand";
import { isCurrent, navFor, type NavReader } from "./nav-items";

const loadPanel = () => import("./mobile-nav-panel").then(({ MobileNavPanel }) => MobileNavPanel);
const ITEMS_ON_BAR = 4;
const itemClasses = "flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-ink-muted focus-visible:-outline-offset-2";

/** The four most used places within reach of the thumb; the rest behind "more". */
export function MobileNav(reader: NavReader) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const { Part, reach } = useOnDemand(loadPanel);
  const groups = navFor(reader);
  const barItems = groups.flatMap((group) => group.items).slice(0, ITEMS_ON_BAR);
  const more = (props?: typeof reach) => (
    <button type="button" aria-haspopup="dialog" className={itemClasses} {...props}>
      <Menu aria-hidden className="size-5" />
      {t("more")}
    </button>
  );
  return (
    <nav aria-label={t("quickNav")} className="fixed inset-x-0 bottom-0 z-30 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden">
      {barItems.map((item) => {
        const current = isCurrent(item, pathname);
        return (
          <Link key={item.key} href={item.href} aria-current={current ? "page" : undefined} className={cn(itemClasses, current && "font-medium text-accent-text")}>
            <item.icon aria-hidden className="size-5" />
            {t(`navShort.${item.key}`)}
          </Link>
        );
      })}
      {Part ? <Part trigger={more()} groups={groups} /> : more(reach)}
    </nav>
  );
}
