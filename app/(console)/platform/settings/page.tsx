import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { currentTheme } from "@/app/current-theme";
import { openAccount, openPlatform } from "@/app/gates";
import { changePasswordAction, endSessionsAction } from "@/app/own-account";
import { changeLocale, changeTheme } from "@/app/preferences";
import { OwnAccountSections } from "@/components/settings/own-account-sections";
import { PageHeader } from "@/components/ui/page-header";
import { getAccount } from "@/lib/accounts/queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function PlatformSettingsPage() {
  await openPlatform();
  const [t, account, theme] = await Promise.all([getTranslations("settings"), openAccount().then(getAccount), currentTheme()]);
  return (
    <>
      <PageHeader title={t("title")} description={t("platform.description")} />
      <OwnAccountSections
        account={account}
        profileDescription={t("platform.profile")}
        preferences={{ theme, changeLocale, changeTheme }}
        changePassword={changePasswordAction}
        endSessions={endSessionsAction}
      />
    </>
  );
}
