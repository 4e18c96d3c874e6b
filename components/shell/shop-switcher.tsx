"use client";
import { ChevronsUpDown, Landmark, Store } from "lucide-react";
import { useTranslations } from "next-intl";
import { useOnDemand } from "@/components/ui/use-on-demand";

export interface ShopChoice {
  id: string;
  name: string;
}

export interface ShopSwitcherProps {
  shops: readonly ShopChoice[];
  /** null in the platform's workspace */
  currentId: string | null;
  hasPlatform: boolean;
}

const loadPanel = () => import("./shop-switcher-panel").then(({ ShopSwitcherPanel }) => ShopSwitcherPanel);

export function ShopSwitcher(props: ShopSwitcherProps) {
  const { shops, currentId } = props;
  const t = useTranslations("shell");
  const { Part, reach } = useOnDemand(loadPanel);
  const name = currentId === null ? t("platform") : (shops.find((shop) => shop.id === currentId)?.name ?? currentId);
  const Icon = currentId === null ? Landmark : Store;
  const trigger = (more?: typeof reach) => (
    <button type="button" aria-haspopup="dialog" aria-label={t("switchShop", { name })} className="flex h-9 max-w-52 min-w-0 items-center gap-2 rounded-md px-2 font-medium hover:bg-hover md:max-w-72" {...more}>
      <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />
      <span className="truncate">{name}</span>
      <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
    </button>
  );
  return Part ? <Part trigger={trigger()} {...props} /> : trigger(reach);
}
