import type { ReactNode } from "react";
import { openAccount, openPlatform } from "@/app/gates";
import { changeLocale, changeTheme } from "@/app/preferences";
import { currentTheme } from "@/app/current-theme";
import { ConsoleShell } from "@/components/shell/console-shell";
import { can } from "@/lib/access/require-permission";
import { listMyShops } from "@/lib/shops/queries";

export default async function PlatformLayout({ children }: { children: ReactNode }) {
  const ctx = await openPlatform();
  const [shops, theme] = await Promise.all([listMyShops(await openAccount()), currentTheme()]);
  return (
    <ConsoleShell
      shopId={null}
      mayReadActivity={can(ctx, "audit:view")}
      mayReview={can(ctx, "review:view")}
      mayLeadReviews={can(ctx, "review:lead")}
      shops={shops}
      hasPlatform
      userName={ctx.actor.name}
      unread={0}
      preferences={{ theme, changeLocale, changeTheme }}
    >
      {children}
    </ConsoleShell>
  );
}
