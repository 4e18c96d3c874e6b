"use client";
import { ChevronsUpDown, Landmark, Store } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { OptionList } from "@/components/ui/option-list";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

export interface ShopChoice {
  id: string;
  name: string;
}

export function ShopSwitcher({ shops, currentId, hasPlatform }: { shops: readonly ShopChoice[]; currentId: string | null; hasPlatform: boolean }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const name = currentId === null ? t("platform") : (shops.find((shop) => shop.id === currentId)?.name ?? currentId);
  const Icon = currentId === null ? Landmark : Store;
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger aria-label={t("switchShop", { name })} className="flex h-9 max-w-52 min-w-0 items-center gap-2 rounded-md px-2 font-medium hover:bg-hover md:max-w-72">
        <Icon aria-hidden className="size-4 shrink-0 text-ink-muted" />
        <span className="truncate">{name}</span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
      </PopoverTrigger>
      <PopoverContent label={t("shops")} className="w-72 p-0">
        {shops.length > 0 ? (
          <OptionList
            label={t("shops")}
            searchPlaceholder={t("searchShops")}
            options={shops.map((shop) => ({ value: shop.id, label: shop.name, keywords: shop.id }))}
            selected={currentId === null ? [] : [currentId]}
            onPick={(option) => {
              setOpen(false);
              router.push(`/s/${option.value}`);
            }}
          />
        ) : null}
        {hasPlatform ? (
          <div className="border-t border-line p-1 first:border-t-0">
            <Link href="/platform" onClick={() => setOpen(false)} className="flex min-h-9 items-center gap-2 rounded-sm px-2 hover:bg-hover focus-visible:-outline-offset-2">
              <Landmark aria-hidden className="size-4 text-ink-muted" />
              {t("platform")}
            </Link>
          </div>
        ) : null}
      </PopoverContent>
    </Popover>
  );
}
