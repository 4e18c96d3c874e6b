import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";
import { MobileNav } from "./mobile-nav";
import { NotificationBell } from "./notification-bell";
import type { PreferenceMenuItemsProps } from "./preference-menu-items";
import { ShopSideNav } from "./shop-side-nav";
import { ShopSwitcher, type ShopChoice } from "./shop-switcher";
import { SkipLink } from "./skip-link";
import { UserMenu } from "./user-menu";

export type ConsoleShellProps = {
  /** null in the platform's workspace. */
  shopId: string | null;
  mayReadActivity: boolean;
  mayReview?: boolean;
  mayLeadReviews?: boolean;
  shops: readonly ShopChoice[];
  hasPlatform: boolean;
  userName: string;
  unread: number;
  preferences: PreferenceMenuItemsProps;
  /** Above every page, for example that all labels are stopped. */
  banner?: ReactNode;
  children: ReactNode;
};

export function ConsoleShell({ shopId, mayReadActivity, mayReview, mayLeadReviews, shops, hasPlatform, userName, unread, preferences, banner, children }: ConsoleShellProps) {
  const t = useTranslations("common");
  const reader = { shopId, mayReadActivity, mayReview, mayLeadReviews };
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header className="sticky top-0 z-30 flex h-13 items-center gap-2 border-b border-line bg-surface px-3 md:px-4">
        <Link href={shopId ? `/s/${shopId}` : "/platform"} className="flex h-9 shrink-0 items-center gap-2 rounded-md pr-1 md:w-50">
          <BrandMark className="size-7" />
          <span className="sr-only text-[0.9375rem] font-semibold tracking-tight md:not-sr-only">{t("productName")}</span>
        </Link>
        <ShopSwitcher shops={shops} currentId={shopId} hasPlatform={hasPlatform} />
        <div className="ml-auto flex items-center gap-1">
          {shopId ? <NotificationBell href={`/s/${shopId}/notifications`} unread={unread} /> : null}
          <UserMenu name={userName} {...preferences} />
        </div>
      </header>
      {banner}
      <div className="flex flex-1">
        <aside className="sticky top-13 hidden h-[calc(100dvh-3.25rem)] w-54 shrink-0 overflow-y-auto border-r border-line bg-surface px-3 py-4 md:block">
          <ShopSideNav {...reader} />
        </aside>
        <main id="main" tabIndex={-1} className="min-w-0 flex-1 px-4 pt-5 pb-24 outline-none md:px-6 md:pb-10 lg:px-8">
          <div className="mx-auto max-w-7xl">{children}</div>
        </main>
      </div>
      <MobileNav {...reader} />
    </div>
  );
}
