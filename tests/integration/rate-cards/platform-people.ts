import type { Role } from "@/lib/access/roles";
import { enterPlatform, enterShop } from "@/lib/access/gates";
import type { Clock } from "@/lib/platform/clock";
import type { PlatformContext, ShopContext } from "@/lib/platform/context";
import { asOwner } from "../../setup/as-owner";

/** Somebody of the platform with this role, through the gate. */
export async function platformPerson(role: Role, clock: Clock): Promise<PlatformContext> {
  const userId = await person(role);
  await asOwner("insert into membership (id, user_id, role) values ($1, $2, $3) on conflict do nothing", [`mem_${userId}`, userId, role]);
  return enterPlatform({ userId, name: role, locale: null, theme: null }, { clock });
}

export async function shopOwner(clock: Clock): Promise<ShopContext> {
  const userId = await person("shop_owner");
  await asOwner("insert into shop (id, name) values ('teahouse', '茶铺') on conflict do nothing");
  await asOwner("insert into membership (id, user_id, shop_id, role) values ('mem_owner', $1, 'teahouse', 'shop_owner') on conflict do nothing", [userId]);
  return enterShop({ userId, name: "owner", locale: null, theme: null }, "teahouse", { clock });
}

async function person(role: Role): Promise<string> {
  const userId = `usr_${role}`;
  await asOwner("insert into app_user (id, email, name, password_hash) values ($1, $2, $3, 'none') on conflict do nothing", [userId, `${role}@example.test`, role]);
  return userId;
}
