"use client";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import type { NavGroup } from "./nav-items";
import { SideNav } from "./side-nav";

export function MobileNavPanel({ trigger, groups }: { trigger: ReactNode; groups: readonly NavGroup[] }) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(true);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger asChild>{trigger}</SheetTrigger>
      <SheetContent side="left" title={t("mainNav")}>
        <SideNav groups={groups} onNavigate={() => setOpen(false)} />
      </SheetContent>
    </Sheet>
  );
}
