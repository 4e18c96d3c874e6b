import type { z } from "zod";
import { can, requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { toColumn, toColumnOrNull } from "@/lib/platform/fen-column";
import { newId } from "@/lib/platform/id";
import { inTransaction } from "@/lib/platform/transaction";
import { atOneInstant } from "./at-one-instant";
import { noteCatalogChange } from "./note-catalog-change";
import type { Product } from "./product";
import { getProduct } from "./queries";
import { requireCostPermission } from "./require-cost-permission";
import { updateProductInput, type SkuInput } from "./schema";
import { titleGrams } from "./title-grams";

/**
 * Replaces what is said of one product. SKUs that are not named any more are removed; one whose code was removed
 * before comes back with its history. Somebody else saved since `version`: conflict, with what they saved.
 */
export async function updateProduct(ctx: ShopContext, input: z.input<typeof updateProductInput>): Promise<Product> {
  requirePermission(ctx, "product:edit");
  const { productId, version, title, category, contentTags, skus } = updateProductInput.parse(input);
  requireCostPermission(ctx, skus);
  return inTransaction(atOneInstant(ctx), async (ctx) => {
    const before = await getProduct(ctx, productId);
    const now = ctx.clock.now();
    const seq = await noteCatalogChange(ctx);
    const { count } = await ctx.tx.product.updateMany({
      where: { id: productId, shopId: ctx.shopId, version },
      data: { title, category, contentTags, titleGrams: titleGrams(ctx.shopId, title), version: { increment: 1 }, changeSeq: seq, changedAt: now },
    });
    if (count === 0) throw new DomainError("conflict", { data: { current: await getProduct(ctx, productId) } });
    await storeSkus(ctx, productId, skus, { seq, now });
    const after = await getProduct(ctx, productId);
    await recordAudit(ctx, "product.updated", `product:${productId}`, { before, after });
    return after;
  });
}

async function storeSkus(ctx: InTx<ShopContext>, productId: string, skus: SkuInput[], { seq, now }: { seq: number; now: Date }): Promise<void> {
  const stored = await ctx.tx.sku.findMany({ where: { productId, shopId: ctx.shopId }, select: { id: true, code: true } });
  const idByCode = new Map(stored.map((sku) => [sku.code, sku.id]));
  const changed = { changeSeq: seq, changedAt: now };
  for (const [position, sku] of skus.entries()) {
    const facts = {
      name: sku.name,
      position,
      cashPriceFen: toColumn(sku.cashPriceFen),
      installmentPriceFen: toColumn(sku.installmentPriceFen),
      listPriceFen: toColumnOrNull(sku.listPriceFen),
      ...(sku.costPriceFen === undefined || !can(ctx, "cost:view") ? {} : { costPriceFen: toColumnOrNull(sku.costPriceFen) }),
      inStock: sku.inStock,
      removed: false,
      ...changed,
    };
    const id = idByCode.get(sku.code);
    if (id) await ctx.tx.sku.updateMany({ where: { id, shopId: ctx.shopId }, data: facts });
    else await ctx.tx.sku.create({ data: { id: newId("sku", now), shopId: ctx.shopId, productId, code: sku.code, ...facts } });
  }
  await ctx.tx.sku.updateMany({ where: { productId, shopId: ctx.shopId, removed: false, code: { notIn: skus.map(({ code }) => code) } }, data: { removed: true, ...changed } });
}
