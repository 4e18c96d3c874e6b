import type { InTx, ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";

/** An offer of the shop, or none. */
export async function expectOffer(ctx: InTx<ShopContext>, offerId: string | null): Promise<void> {
  if (offerId === null) return;
  const found = await ctx.tx.offer.findFirst({ where: { id: offerId, shopId: ctx.shopId }, select: { id: true } });
  if (!found) throw notFound("offer");
}
