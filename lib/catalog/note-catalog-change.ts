import { noteProductChange } from "@/lib/platform/change-notice";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { addJob } from "@/lib/platform/jobs";

/** Takes the shop's next change number of products and has its labels looked at: a new price or an empty stock can take one down. */
export async function noteCatalogChange(ctx: InTx<ShopContext>, options: { waitMs?: number } = {}): Promise<number> {
  const seq = await noteProductChange(ctx, options);
  await addJob(ctx, "watch-labels", { shopId: ctx.shopId }, { key: `watch-labels:${ctx.shopId}` });
  return seq;
}
