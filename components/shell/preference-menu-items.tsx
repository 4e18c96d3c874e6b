"use client";
import { useLocale, useTranslations } from "next-intl";
import { useTransition } from "react";
import { toast } from "sonner";
import { DropdownMenuLabel, DropdownMenuRadioGroup, DropdownMenuRadioItem } from "@/components/ui/dropdown-menu";
import { isLocale, LOCALES, type Locale } from "@/i18n/locales";
import { isTheme, THEMES, type Theme } from "./theme";

export interface PreferenceActions {
  changeLocale: (locale: Locale) => Promise<void>;
  /** null follows the device. */
  changeTheme: (theme: Theme | null) => Promise<void>;
}

export type PreferenceMenuItemsProps = PreferenceActions & { theme: Theme | null };

const LANGUAGE_NAMES: Record<Locale, string> = { "zh-CN": "简体中文", en: "English" };

export function PreferenceMenuItems({ theme, changeLocale, changeTheme }: PreferenceMenuItemsProps) {
  const t = useTranslations("shell");
  const locale = useLocale();
  const [, startTransition] = useTransition();

  function keep(change: () => Promise<void>) {
    startTransition(async () => {
      try {
        await change();
      } catch {
        toast.error(t("preferenceNotSaved"));
      }
    });
  }

  return (
    <>
      <DropdownMenuLabel>{t("language")}</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={locale} onValueChange={(value) => (isLocale(value) ? keep(() => changeLocale(value)) : undefined)}>
        {LOCALES.map((one) => (
          <DropdownMenuRadioItem key={one} value={one} lang={one}>
            {LANGUAGE_NAMES[one]}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
      <DropdownMenuLabel>{t("theme")}</DropdownMenuLabel>
      <DropdownMenuRadioGroup value={theme ?? "system"} onValueChange={(value) => keep(() => changeTheme(isTheme(value) ? value : null))}>
        {[...THEMES, "system" as const].map((one) => (
          <DropdownMenuRadioItem key={one} value={one}>
            {t(`themes.${one}`)}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
    </>
  );
}
