import type { ShopContext } from "@/lib/platform/context";

/** The same context with its clock stopped: a price and the audit row of who set it carry the same instant, by which the price history finds the person. */
export function atOneInstant(ctx: ShopContext): ShopContext {
  const now = ctx.clock.now();
  return { ...ctx, clock: { now: () => new Date(now) } };
}
