import type { Context, InTx, ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";

const SHOPS_PER_PERSON_MAX = 500;

export interface ShopRow {
  id: string;
  name: string;
}

/** The shops of the person who asks, by name. */
export async function listMyShops(ctx: Context): Promise<ShopRow[]> {
  const rows = await inRead(ctx, ({ tx, actor }) =>
    tx.shop.findMany({
      where: { memberships: { some: { userId: actor.id ?? "" } } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
      take: SHOPS_PER_PERSON_MAX,
    }),
  );
  return rows;
}

export async function getShop(ctx: ShopContext): Promise<ShopRow> {
  const shop = await inRead(ctx, ({ tx }: InTx) => tx.shop.findUnique({ where: { id: ctx.shopId }, select: { id: true, name: true } }));
  if (!shop) throw notFound("shop");
  return shop;
}

/** True when the person who asks works for the platform. */
export async function isPlatformStaff(ctx: Context): Promise<boolean> {
  const count = await inRead(ctx, ({ tx, actor }) => tx.membership.count({ where: { userId: actor.id ?? "", shopId: null } }));
  return count > 0;
}
