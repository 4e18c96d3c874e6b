import type { ShopContext } from "@/lib/platform/context";
import { toFen, toFenOrNull } from "@/lib/platform/fen-column";
import { inRead } from "@/lib/platform/transaction";
import { can } from "@/lib/access/require-permission";
import type { OfferSku } from "./offer-sku";
import type { Target } from "./schema";

/** A shop with more is judged on its newest products, and told so. */
export const OFFER_SKUS_MAX = 10_000;

/** The SKUs that a target means, newest products first; cost prices only for who may see them. */
export async function listOfferSkus(ctx: ShopContext, target: Target): Promise<{ skus: OfferSku[]; isSample: boolean }> {
  const product =
    target.kind === "categories" ? { category: { in: target.categories } } : target.kind === "tags" ? { contentTags: { hasSome: target.tags } } : target.kind === "products" ? { id: { in: target.productIds } } : {};
  const rows = await inRead(ctx, ({ tx }) =>
    tx.sku.findMany({
      where: { shopId: ctx.shopId, removed: false, product: { shopId: ctx.shopId, ...product } },
      select: { id: true, productId: true, name: true, cashPriceFen: true, installmentPriceFen: true, costPriceFen: true, inStock: true, product: { select: { title: true, category: true, contentTags: true } } },
      orderBy: [{ productId: "desc" }, { position: "asc" }, { id: "asc" }],
      take: OFFER_SKUS_MAX + 1,
    }),
  );
  const seesCost = can(ctx, "cost:view");
  const skus = rows.slice(0, OFFER_SKUS_MAX).map((row) => ({
    productId: row.productId,
    skuId: row.id,
    title: row.product.title,
    skuName: row.name,
    category: row.product.category,
    contentTags: row.product.contentTags,
    cashPriceFen: toFen(row.cashPriceFen),
    installmentPriceFen: toFen(row.installmentPriceFen),
    costPriceFen: seesCost ? toFenOrNull(row.costPriceFen) : null,
    inStock: row.inStock,
  }));
  return { skus, isSample: rows.length > OFFER_SKUS_MAX };
}
