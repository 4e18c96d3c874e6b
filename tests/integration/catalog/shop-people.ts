import { asSystem, enterShop } from "@/lib/access/gates";
import { systemClock, type Clock } from "@/lib/platform/clock";
import type { ShopContext } from "@/lib/platform/context";
import type { createProductInput } from "@/lib/catalog/schema";
import type { z } from "zod";
import { PEOPLE, SHOPS, type PersonName } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";
import { asOwner } from "../../setup/as-owner";

export async function openShops() {
  await seedCast(asSystem());
  const enter = (name: PersonName, shop: keyof typeof SHOPS, clock: Clock = systemClock) =>
    enterShop({ userId: PEOPLE[name].id, name: PEOPLE[name].name, locale: null, theme: null }, SHOPS[shop].id, { clock });
  return { enter, owner: await enter("owner", "tea"), finance: await enter("finance", "tea"), viewer: await enter("viewer", "tea"), stranger: await enter("stranger", "other") };
}

export const cup = (changes: Partial<z.input<typeof createProductInput>> = {}): z.input<typeof createProductInput> => ({
  externalId: `cup-${Math.random()}`,
  title: "青瓷主人杯",
  category: "茶杯",
  contentTags: ["手作"],
  skus: [{ code: "default", name: "", cashPriceFen: 12900, installmentPriceFen: 12900, listPriceFen: null, costPriceFen: 4000, inStock: true }],
  ...changes,
});

export async function auditOf(subject: string) {
  return asOwner<{ action: string; actor_name: string; shop_id: string; detail: Record<string, unknown> }>("SELECT action, actor_name, shop_id, detail FROM audit_entry WHERE subject = $1 ORDER BY at, id", [subject]);
}

/** The number of the last change of the shop's products. */
export async function catalogSeqOf(ctx: ShopContext): Promise<number> {
  const [row] = await asOwner("SELECT seq FROM catalog_change WHERE shop_id = $1", [ctx.shopId]);
  return Number(row?.seq ?? 0);
}
