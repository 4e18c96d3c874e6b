import type { InTx, ShopContext } from "@/lib/platform/context";
import { toFen, toFenOrNull } from "@/lib/platform/fen-column";
import { inRead } from "@/lib/platform/transaction";
import { can } from "@/lib/access/require-permission";
import type { OfferSku } from "./offer-sku";
import type { Target } from "./schema";

/** A shop with more is judged on its newest products, and told so. */
export const OFFER_SKUS_MAX = 10_000;

/** The SKUs that a target means, newest products first; cost prices only for who may see them. */
export async function listOfferSkus(ctx: ShopContext, target: Target): Promise<{ skus: OfferSku[]; isSample: boolean }> {
  const rows = await inRead(ctx, async (ctx) =>
    ctx.tx.sku.findMany({
      where: { shopId: ctx.shopId, removed: false, productId: { in: await newestProducts(ctx, target) } },
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

/** Each has a SKU, so that one more than the maximum is enough. Found by an index of the target's kind: a shop may have a million. */
async function newestProducts({ tx, shopId }: InTx<ShopContext>, target: Target): Promise<string[]> {
  if (target.kind === "products") return target.productIds;
  if (target.kind === "tags") {
    const tagged = await tx.$queryRaw<{ product_id: string }[]>`
      SELECT DISTINCT product_id FROM product_tag WHERE shop_id = ${shopId} AND tag = ANY(${target.tags}::text[]) ORDER BY product_id DESC LIMIT ${OFFER_SKUS_MAX + 1}`;
    return tagged.map((row) => row.product_id);
  }
  const found = await tx.product.findMany({ where: { shopId, removed: false, ...(target.kind === "categories" && { category: { in: target.categories } }) }, select: { id: true }, orderBy: { id: "desc" }, take: OFFER_SKUS_MAX + 1 });
  return found.map(({ id }) => id);
}
