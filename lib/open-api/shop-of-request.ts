import type { Context } from "hono";
import { enterShop } from "@/lib/access/gates";
import type { ShopContext } from "@/lib/platform/context";
import type { ApiEnv } from "./api-env";
import { requireSignedIn } from "./require-signed-in";

/** The gate of every route under /shops/{shop}: signed in and a member, or not found. */
export function shopOfRequest(c: Context<ApiEnv>, shopId: string): Promise<ShopContext> {
  return enterShop(requireSignedIn(c), shopId, { requestId: c.get("requestId") });
}
