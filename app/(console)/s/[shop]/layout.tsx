import type { ReactNode } from "react";
import { openAccount, openShop } from "@/app/gates";
import { changeLocale, changeTheme } from "@/app/preferences";
import { currentTheme } from "@/app/current-theme";
import { ConsoleShell } from "@/components/shell/console-shell";
import { countUnread } from "@/lib/notifications/queries";
import { isPlatformStaff, listMyShops } from "@/lib/shops/queries";

export default async function ShopLayout({ children, params }: { children: ReactNode; params: Promise<{ shop: string }> }) {
  const ctx = await openShop((await params).shop);
  const account = await openAccount();
  const [shops, hasPlatform, unread, theme] = await Promise.all([listMyShops(account), isPlatformStaff(account), countUnread(ctx), currentTheme()]);
  return (
    <ConsoleShell shopId={ctx.shopId} shops={shops} hasPlatform={hasPlatform} userName={ctx.actor.name} unread={unread} preferences={{ theme, changeLocale, changeTheme }}>
      {children}
    </ConsoleShell>
  );
}
