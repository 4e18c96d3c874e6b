"use client";
import { Languages } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { DropdownMenu, DropdownMenuContent, DropdownMenuTrigger } from "@/components/ui/dropdown-menu";
import { PreferenceMenuItems, type PreferenceMenuItemsProps } from "./preference-menu-items";

/** Language and theme for pages that people see without signing in. */
export function PreferenceMenu(props: PreferenceMenuItemsProps) {
  const t = useTranslations("shell");
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="sm">
          <Languages aria-hidden />
          {t("languageAndTheme")}
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent>
        <PreferenceMenuItems {...props} />
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
