import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { getShop, type ShopRow } from "./queries";
import { renameShopInput, type RenameShopInput } from "./schema";

export async function renameShop(ctx: ShopContext, input: RenameShopInput): Promise<ShopRow> {
  requirePermission(ctx, "shop:edit");
  const { name, expectedName } = renameShopInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const before = await getShop(ctx);
    const { count } = await ctx.tx.shop.updateMany({ where: { id: ctx.shopId, name: expectedName }, data: { name } });
    if (count === 0) throw new DomainError("conflict", { data: { current: before } });
    await recordAudit(ctx, "shop.renamed", `shop:${ctx.shopId}`, { before: before.name, after: name });
    return { ...before, name };
  });
}
