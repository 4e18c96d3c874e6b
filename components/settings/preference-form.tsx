"use client";
import { useLocale, useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import type { PreferenceMenuItemsProps } from "@/components/shell/preference-menu-items";
import { isTheme } from "@/components/shell/theme";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import { isLocale } from "@/i18n/locales";

/** Takes effect at once: there is nothing to lose, so there is no button to save. */
export function PreferenceForm({ theme, changeLocale, changeTheme }: PreferenceMenuItemsProps) {
  const t = useTranslations("settings.preferences");
  const shell = useTranslations("shell");
  const locale = useLocale();
  const [chosenTheme, setChosenTheme] = useState(theme);
  const [isPending, startTransition] = useTransition();

  function keep(change: () => Promise<void>) {
    startTransition(async () => {
      try {
        await change();
      } catch {
        toast.error(shell("preferenceNotSaved"));
      }
    });
  }

  return (
    <div aria-busy={isPending || undefined} className="grid max-w-xl gap-6 sm:grid-cols-2">
      <fieldset>
        <legend className="mb-2 text-[0.8125rem] font-medium">{t("language")}</legend>
        <RadioGroup value={locale} aria-label={t("language")} onValueChange={(value) => (isLocale(value) ? keep(() => changeLocale(value)) : undefined)}>
          <RadioOption value="zh-CN" label={<span lang="zh-CN">简体中文</span>} />
          <RadioOption value="en" label={<span lang="en">English</span>} />
        </RadioGroup>
      </fieldset>
      <fieldset>
        <legend className="mb-2 text-[0.8125rem] font-medium">{t("theme")}</legend>
        <RadioGroup
          value={chosenTheme ?? "system"}
          aria-label={t("theme")}
          onValueChange={(value) => {
            const next = isTheme(value) ? value : null;
            setChosenTheme(next);
            keep(() => changeTheme(next));
          }}
        >
          <RadioOption value="system" label={shell("themes.system")} />
          <RadioOption value="light" label={shell("themes.light")} />
          <RadioOption value="dark" label={shell("themes.dark")} />
        </RadioGroup>
      </fieldset>
    </div>
  );
}
