"use client";
import { Landmark } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { OptionList } from "@/components/ui/option-list";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import type { ShopSwitcherProps } from "./shop-switcher";

export function ShopSwitcherPanel({ trigger, shops, currentId, hasPlatform }: ShopSwitcherProps & { trigger: ReactNode }) {
  const t = useTranslations("shell");
  const router = useRouter();
  const [open, setOpen] = useState(true);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
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
