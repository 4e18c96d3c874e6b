import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { openAccount, openShop, orNotFound } from "@/app/gates";
import { changePasswordAction, endSessionsAction } from "@/app/own-account";
import { changeLocale, changeTheme } from "@/app/preferences";
import { currentTheme } from "@/app/current-theme";
import { MemberList } from "@/components/settings/member-list";
import { OwnAccountSections } from "@/components/settings/own-account-sections";
import { SettingsSection } from "@/components/settings/settings-section";
import { ShopNameForm } from "@/components/settings/shop-name-form";
import { DescriptionList } from "@/components/ui/description-list";
import { PageHeader } from "@/components/ui/page-header";
import { can } from "@/lib/access/require-permission";
import { getAccount } from "@/lib/accounts/queries";
import { listMembers } from "@/lib/shops/list-members";
import { getShop } from "@/lib/shops/queries";
import { renameShopAction } from "./actions";

type SettingsPageProps = { params: Promise<{ shop: string }>; searchParams: Promise<{ after?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("title") };
}

export default async function SettingsPage({ params, searchParams }: SettingsPageProps) {
  const ctx = await openShop((await params).shop);
  const after = [(await searchParams).after].flat()[0];
  const [t, account, theme, shop, { members, next }] = await Promise.all([
    getTranslations("settings"),
    openAccount().then(getAccount),
    currentTheme(),
    orNotFound(getShop(ctx)),
    listMembers(ctx, { after }),
  ]);
  const here = `/s/${ctx.shopId}/settings`;
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <div>
        <OwnAccountSections
          account={account}
          profileDescription={t("profile.description")}
          preferences={{ theme, changeLocale, changeTheme }}
          changePassword={changePasswordAction}
          endSessions={endSessionsAction}
        />
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
