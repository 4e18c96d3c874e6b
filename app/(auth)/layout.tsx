import type { ReactNode } from "react";
import { changeLocale, changeTheme } from "@/app/preferences";
import { currentTheme } from "@/app/current-theme";
import { PreferenceMenu } from "@/components/shell/preference-menu";
import { SkipLink } from "@/components/shell/skip-link";
import { WelcomePanel } from "@/components/shell/welcome-panel";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <div className="grid min-h-dvh bg-surface lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <SkipLink />
      <WelcomePanel />
      <div className="flex min-w-0 flex-col">
        <div className="flex justify-end p-3">
          <PreferenceMenu theme={await currentTheme()} changeLocale={changeLocale} changeTheme={changeTheme} />
        </div>
        <main id="main" tabIndex={-1} className="flex flex-1 items-start justify-center px-5 pt-4 pb-16 outline-none lg:items-center lg:pt-0">
          <div className="w-full max-w-sm">{children}</div>
        </main>
      </div>
    </div>
  );
}
