import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openAccount, openShop, orNotFound } from "@/app/gates";
import { changeLocale, changeTheme } from "@/app/preferences";
import { currentTheme } from "@/app/current-theme";
import { EndSessionsButton } from "@/components/settings/end-sessions-button";
import { MemberList } from "@/components/settings/member-list";
import { PasswordForm } from "@/components/settings/password-form";
import { PreferenceForm } from "@/components/settings/preference-form";
import { SettingsSection } from "@/components/settings/settings-section";
import { ShopNameForm } from "@/components/settings/shop-name-form";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getAccount } from "@/lib/accounts/queries";
import { listMembers } from "@/lib/shops/list-members";
import { getShop } from "@/lib/shops/queries";
import { changePasswordAction, endSessionsAction, renameShopAction } from "./actions";

type SettingsPageProps = { params: Promise<{ shop: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage({ params, searchParams }: SettingsPageProps) {
  const ctx = await openShop((await params).shop);
  const after = [(await searchParams).after].flat()[0];
  const [t, account, shop, { members, next }] = await Promise.all([getTranslations("settings"), openAccount().then(getAccount), orNotFound(getShop(ctx)), listMembers(ctx, { after })]);
  const here = `/s/${ctx.shopId}/settings`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div>
        <SettingsSection id="profile" title={t("profile.title")} description={t("profile.description")}>
          <DescriptionList
            className="max-w-xl"
            items={[
              { term: t("profile.name"), value: account.name },
              { term: t("profile.email"), value: account.email },
            ]}
          />
        </SettingsSection>
        <SettingsSection id="preferences" title={t("preferences.title")} description={t("preferences.description")}>
          <PreferenceForm theme={await currentTheme()} changeLocale={changeLocale} changeTheme={changeTheme} />
        </SettingsSection>
        <SettingsSection id="password" title={t("password.title")} description={t("password.description")}>
          <PasswordForm email={account.email} changePassword={changePasswordAction} />
        </SettingsSection>
        <SettingsSection id="sessions" title={t("sessions.title")} description={t("sessions.description")}>
          <EndSessionsButton endSessions={endSessionsAction} />
        </SettingsSection>
        <SettingsSection id="shop" title={t("shop.title")} description={t("shop.description")}>
          {can(ctx, "shop:edit") ? (
            <ShopNameForm key={shop.name} name={shop.name} renameShop={renameShopAction.bind(null, ctx.shopId)} />
          ) : (
            <DescriptionList className="max-w-xl" items={[{ term: t("shop.name"), value: shop.name }]} />
          )}
          <DescriptionList className="mt-4 max-w-xl" items={[{ term: t("shop.id"), value: <code className="font-mono">{shop.id}</code> }]} />
        </SettingsSection>
        <SettingsSection id="members" title={t("members.title")} description={t("members.description")}>
          <MemberList members={members} firstHref={after ? here : null} nextHref={next ? `${here}?after=${encodeURIComponent(next)}` : null} />
        </SettingsSection>
      </div>
    </>
  );
}
