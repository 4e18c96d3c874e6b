import type { InTx, ShopContext } from "@/lib/platform/context";
import { addJob } from "@/lib/platform/jobs";
import type { OfferContent } from "./schema";

/** Has the shop's labels looked at soon, and again when the offer's window begins and ends. */
export async function watchLabelsOf(ctx: InTx<ShopContext>, offerId: string, window: OfferContent["window"] | null): Promise<void> {
  const { shopId } = ctx;
  await addJob(ctx, "watch-labels", { shopId }, { key: `watch-labels:${shopId}` });
  if (!window) return;
  const now = ctx.clock.now();
  for (const [edge, text] of Object.entries(window)) {
    const runAt = new Date(text);
    if (runAt > now) await addJob(ctx, "watch-labels", { shopId }, { runAt, key: `watch-labels:${shopId}:${offerId}:${edge}` });
  }
}
