import { FlaskConical } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { currentTheme } from "@/app/current-theme";
import { changeLocale, changeTheme } from "@/app/preferences";
import { StoreNav } from "@/components/labels/store-nav";
import { PreferenceMenu } from "@/components/shell/preference-menu";
import { SectionMessages } from "@/components/shell/section-messages";
import { SkipLink } from "@/components/shell/skip-link";
import { openStore } from "./open-store";

type StoreLayoutProps = { children: ReactNode; params: Promise<{ shop: string }> };

export async function generateMetadata({ params }: Pick<StoreLayoutProps, "params">): Promise<Metadata> {
  const { name } = await openStore((await params).shop);
  return { title: { absolute: (await getTranslations("store"))("title", { shop: name }) }, robots: { index: false } };
}

export default async function StoreLayout({ children, params }: StoreLayoutProps) {
  const { ctx, name } = await openStore((await params).shop);
  const t = await getTranslations("store");
  return (
    <div className="mx-auto flex min-h-dvh w-full max-w-xl flex-col bg-canvas sm:border-x sm:border-line">
      <SkipLink />
      <header className="border-b border-line bg-surface">
        <div className="flex items-center justify-between gap-3 px-3 pt-2">
          <p className="min-w-0 truncate text-base font-semibold">{name}</p>
          <PreferenceMenu theme={await currentTheme()} changeLocale={changeLocale} changeTheme={changeTheme} />
        </div>
        <SectionMessages of={["store"]}>
          <StoreNav shopId={ctx.shopId} />
        </SectionMessages>
      </header>
      <p className="flex gap-2 border-b border-line bg-accent-soft px-3 py-2 text-xs text-ink">
        <FlaskConical aria-hidden className="mt-px size-3.5 shrink-0 text-accent-text" />
        <span>
          <strong className="font-semibold">{t("sandbox")}</strong> {t("sandboxText")}
        </span>
      </p>
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
