import type { ReactNode } from "react";
import { openAccount, openShop } from "@/app/gates";
import { changeLocale, changeTheme } from "@/app/preferences";
import { currentTheme } from "@/app/current-theme";
import { ConsoleShell } from "@/components/shell/console-shell";
import { LabelsStoppedBar } from "@/components/shell/labels-stopped-bar";
import { can } from "@/lib/access/require-permission";
import { findLabelStop } from "@/lib/labels/queries";
import { countUnread } from "@/lib/notifications/queries";
import { isPlatformStaff, listMyShops } from "@/lib/shops/queries";

export default async function ShopLayout({ children, params }: { children: ReactNode; params: Promise<{ shop: string }> }) {
  const ctx = await openShop((await params).shop);
  const account = await openAccount();
  const [shops, hasPlatform, unread, stop, theme] = await Promise.all([listMyShops(account), isPlatformStaff(account), countUnread(ctx), findLabelStop(ctx), currentTheme()]);
  return (
    <ConsoleShell
      shopId={ctx.shopId}
      mayReadActivity={can(ctx, "audit:view")}
      shops={shops}
      hasPlatform={hasPlatform}
      userName={ctx.actor.name}
      unread={unread}
      preferences={{ theme, changeLocale, changeTheme }}
      banner={stop ? <LabelsStoppedBar labelsHref={`/s/${ctx.shopId}/labels`} by={stop.by} at={stop.at} /> : null}
    >
      {children}
    </ConsoleShell>
  );
}
