"use client";
import { Menu } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { cn } from "@/components/ui/class-names";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { isCurrent, navFor, type NavReader } from "./nav-items";
import { SideNav } from "./side-nav";

const ITEMS_ON_BAR = 4;
const itemClasses = "flex h-14 flex-1 flex-col items-center justify-center gap-0.5 text-xs text-ink-muted focus-visible:-outline-offset-2";

/** The four most used places within reach of the thumb; the rest behind "more". */
export function MobileNav(reader: NavReader) {
  const t = useTranslations("shell");
  const pathname = usePathname();
  const [open, setOpen] = useState(false);
  const groups = navFor(reader);
  const barItems = groups.flatMap((group) => group.items).slice(0, ITEMS_ON_BAR);
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
      <Sheet open={open} onOpenChange={setOpen}>
        <SheetTrigger className={itemClasses}>
          <Menu aria-hidden className="size-5" />
          {t("more")}
        </SheetTrigger>
        <SheetContent side="left" title={t("mainNav")}>
          <SideNav groups={groups} onNavigate={() => setOpen(false)} />
        </SheetContent>
      </Sheet>
    </nav>
  );
}
