import type { InTx, ShopContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";

/** The poster that a version is about to hold: the shop's own, of a poster text, and from now on never thrown away. */
export async function keepPicture(ctx: InTx<ShopContext>, pictureId: string | null, kind: string): Promise<void> {
  if (pictureId === null) return;
  if (kind !== "poster") throw new DomainError("invalid_input", { issues: [{ path: "pictureId", code: "poster-only" }] });
  const { count } = await ctx.tx.copyPicture.updateMany({ where: { id: pictureId, shopId: ctx.shopId }, data: { isKept: true } });
  if (count === 0) throw notFound("picture");
}
