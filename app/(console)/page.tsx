import { Store } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { openAccount } from "@/app/gates";
import { LAST_SHOP_COOKIE } from "@/components/shell/last-shop";
import { SignOutButton } from "@/components/shell/sign-out-button";
import { EmptyState } from "@/components/ui/empty-state";
import { isPlatformStaff, listMyShops } from "@/lib/shops/queries";

/** The front door: the shop that was open last, else the first one, else the platform's workspace. */
export default async function FrontDoor() {
  const account = await openAccount();
  const shops = await listMyShops(account);
  const lastId = (await cookies()).get(LAST_SHOP_COOKIE)?.value;
  const shop = shops.find(({ id }) => id === lastId) ?? shops[0];
  if (shop) redirect(`/s/${shop.id}`);
  if (await isPlatformStaff(account)) redirect("/platform");
  const t = await getTranslations("shell");
  return (
    <main id="main" className="flex min-h-dvh items-center justify-center">
      <h1 className="sr-only">{t("noShop.title")}</h1>
      <EmptyState icon={Store} title={t("noShop.title")} description={t("noShop.description")} actions={<SignOutButton />} />
    </main>
  );
}
