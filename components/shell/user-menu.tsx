"use client";
import { useTranslations } from "next-intl";
import { useOnDemand } from "@/components/ui/use-on-demand";
import type { PreferenceMenuItemsProps } from "./preference-menu-items";

const loadPanel = () => import("./user-menu-panel").then(({ UserMenuPanel }) => UserMenuPanel);

export function UserMenu({ name, ...preferences }: PreferenceMenuItemsProps & { name: string }) {
  const t = useTranslations("shell");
  const { Part, reach } = useOnDemand(loadPanel);
  const trigger = { type: "button", "aria-label": t("userMenu", { name }), className: "flex h-9 items-center gap-2 rounded-md px-1.5 hover:bg-hover" } as const;
  const face = (
    <>
      <span aria-hidden className="flex size-7 items-center justify-center rounded-full bg-accent-soft text-xs font-semibold text-accent-text">
        {[...name][0] ?? "·"}
      </span>
      <span className="hidden max-w-32 truncate sm:inline">{name}</span>
    </>
  );
  if (Part) return <Part trigger={<button {...trigger}>{face}</button>} name={name} {...preferences} />;
  return (
    <button {...trigger} {...reach} aria-haspopup="menu">
      {face}
    </button>
  );
}
