import { can } from "@/lib/access/require-permission";
import { DomainError, notFound } from "@/lib/platform/errors";
import type { ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { findLabelProduct } from "./load-label-products";
import { loadShopFacts } from "./load-shop-facts";
import { resolveProduct, type Ask, type LabelGoods, type LabelProduct, type Resolution } from "./resolve-product";
import { standingAt, type Standing } from "./shop-facts";

export interface LabelAt {
  standing: Standing;
  product: LabelProduct;
  ask: Ask;
  resolution: Resolution;
}

/**
 * What is, was or will be shown: the resolver of now over the facts as they were known at `at`. Later than now it goes by what is
 * known now, which only those may see who may see the shop's plans.
 */
export async function labelAt(ctx: ShopContext, asked: Omit<Ask, "skuId"> & { product: string; sku?: string }, at: Date): Promise<LabelAt> {
  const isPast = at <= ctx.clock.now();
  if (!isPast && !can(ctx, "label:view")) throw new DomainError("forbidden", { params: { permission: "label:view" } });
  return inRead(ctx, async (ctx) => {
    const known = isPast ? { asOf: at } : {};
    const product = await findLabelProduct(ctx, asked.product, known);
    if (!product) throw notFound("product");
    const ask = { placement: asked.placement, amount: asked.amount, skuId: asked.sku === undefined ? undefined : (await findSkuId(product, asked.sku)) };
    const standing = standingAt(await loadShopFacts(ctx, known), at);
    return { standing, product, ask, resolution: resolveProduct(standing, product, ask) };
  });

  async function findSkuId(product: LabelProduct, idOrCode: string): Promise<string> {
    const found = skuOf(product, idOrCode);
    if (found) return found;
    const current = await findLabelProduct(ctx, product.productId);
    const known = current && skuOf(current, idOrCode);
    if (!known) throw notFound("sku");
    return known;
  }
}

/** By the SKU's id or else by the merchant's own code. */
export function skuOf({ skus }: Pick<LabelGoods, "skus">, idOrCode: string): string | null {
  return (skus.find(({ skuId }) => skuId === idOrCode) ?? skus.find(({ code }) => code === idOrCode))?.skuId ?? null;
}
