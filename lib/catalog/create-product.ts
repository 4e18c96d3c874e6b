import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { toColumn, toColumnOrNull } from "@/lib/platform/fen-column";
import { newId } from "@/lib/platform/id";
import { inTransaction } from "@/lib/platform/transaction";
import { atOneInstant } from "./at-one-instant";
import { noteCatalogChange } from "./note-catalog-change";
import type { Product } from "./product";
import { getProduct } from "./queries";
import { requireCostPermission } from "./require-cost-permission";
import { createProductInput } from "./schema";
import { titleGrams } from "./title-grams";

/** Adds one product with its SKUs. An external id that is taken: duplicate. */
export async function createProduct(ctx: ShopContext, input: z.input<typeof createProductInput>): Promise<Product> {
  requirePermission(ctx, "product:edit");
  const { externalId, title, category, contentTags, skus } = createProductInput.parse(input);
  requireCostPermission(ctx, skus);
  return inTransaction(atOneInstant(ctx), async (ctx) => {
    const now = ctx.clock.now();
    const id = newId("prd", now);
    const seq = await noteCatalogChange(ctx);
    const { count } = await ctx.tx.product.createMany({
      data: [{ id, shopId: ctx.shopId, externalId, title, category, contentTags, titleGrams: titleGrams(ctx.shopId, title), changeSeq: seq, changedAt: now, createdAt: now }],
      skipDuplicates: true,
    });
    if (count === 0) throw new DomainError("duplicate", { params: { externalId }, issues: [{ path: "externalId", code: "taken" }] });
    await ctx.tx.sku.createMany({
      data: skus.map((sku, position) => ({
        id: newId("sku", now),
        shopId: ctx.shopId,
        productId: id,
        code: sku.code,
        name: sku.name,
        position,
        cashPriceFen: toColumn(sku.cashPriceFen),
        installmentPriceFen: toColumn(sku.installmentPriceFen),
        listPriceFen: toColumnOrNull(sku.listPriceFen),
        costPriceFen: toColumnOrNull(sku.costPriceFen),
        inStock: sku.inStock,
        changeSeq: seq,
        changedAt: now,
      })),
    });
    const product = await getProduct(ctx, id);
    await recordAudit(ctx, "product.created", `product:${id}`, { after: product });
    return product;
  });
}
