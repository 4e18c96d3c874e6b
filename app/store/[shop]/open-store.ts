import { headers } from "next/headers";
import { cache } from "react";
import { orNotFound } from "@/app/gates";
import { enterStore } from "@/lib/access/gates";
import type { ShopContext } from "@/lib/platform/context";
import { getShop } from "@/lib/shops/queries";

/** The public gate of a storefront: every shop has one, whoever asks. */
export const openStore = cache(async (shopId: string): Promise<{ ctx: ShopContext; name: string }> => {
  const ctx = await orNotFound(enterStore(shopId, { requestId: (await headers()).get("x-request-id") }));
  return { ctx, name: (await getShop(ctx)).name };
});
