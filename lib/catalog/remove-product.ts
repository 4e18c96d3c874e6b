import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { atOneInstant } from "./at-one-instant";
import { noteCatalogChange } from "./note-catalog-change";
import { getProduct } from "./queries";
import { removeProductInput } from "./schema";

/** Takes a product out of sale: all its SKUs are removed, its history stays. An import of the same external id brings it back. */
export async function removeProduct(ctx: ShopContext, input: z.input<typeof removeProductInput>): Promise<void> {
  requirePermission(ctx, "product:edit");
  const { productId, version } = removeProductInput.parse(input);
  await inTransaction(atOneInstant(ctx), async (ctx) => {
    const before = await getProduct(ctx, productId);
    if (before.skus.length === 0) throw notFound("product");
    const changed = { changeSeq: await noteCatalogChange(ctx), changedAt: ctx.clock.now() };
    const { count } = await ctx.tx.product.updateMany({ where: { id: productId, shopId: ctx.shopId, version }, data: { version: { increment: 1 }, ...changed } });
    if (count === 0) throw new DomainError("conflict", { data: { current: await getProduct(ctx, productId) } });
    await ctx.tx.sku.updateMany({ where: { productId, shopId: ctx.shopId, removed: false }, data: { removed: true, ...changed } });
    await recordAudit(ctx, "product.removed", `product:${productId}`, { before });
  });
}
