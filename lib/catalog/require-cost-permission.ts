import { requirePermission } from "@/lib/access/require-permission";
import type { ShopContext } from "@/lib/platform/context";

/** Who may not see cost prices may not set them either. */
export function requireCostPermission(ctx: ShopContext, skus: readonly { costPriceFen?: number | null }[]): void {
  if (skus.some((sku) => sku.costPriceFen !== undefined && sku.costPriceFen !== null)) requirePermission(ctx, "cost:view");
}
