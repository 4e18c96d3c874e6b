"use client";
import { Languages } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { useOnDemand } from "@/components/ui/use-on-demand";
import type { PreferenceMenuItemsProps } from "./preference-menu-items";

const loadPanel = () => import("./preference-menu-panel").then(({ PreferenceMenuPanel }) => PreferenceMenuPanel);

/** Language and theme for pages that people see without signing in. */
export function PreferenceMenu(props: PreferenceMenuItemsProps) {
  const t = useTranslations("shell");
  const { Part, reach } = useOnDemand(loadPanel);
  const trigger = (more?: typeof reach) => (
    <Button variant="ghost" size="sm" aria-haspopup="menu" {...more}>
      <Languages aria-hidden />
      {t("languageAndTheme")}
    </Button>
  );
  return Part ? <Part trigger={trigger()} {...props} /> : trigger(reach);
}
