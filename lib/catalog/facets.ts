import { requirePermission } from "@/lib/access/require-permission";
import type { ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";

const FACETS_MAX = 200;

export interface Facet {
  value: string;
  count: number;
}

/** The shop's categories in code-unit order, each with the number of its products. */
export async function listCategories(ctx: ShopContext): Promise<Facet[]> {
  requirePermission(ctx, "product:view");
  const rows = await inRead(ctx, ({ tx }) =>
    tx.productFacet.findMany({ where: { shopId: ctx.shopId, kind: "category", productCount: { gt: 0 } }, orderBy: { value: "asc" }, take: FACETS_MAX }),
  );
  return rows.map(({ value, productCount }) => ({ value, count: productCount }));
}

/** The most used content tags, each with the number of its products. */
export async function listTags(ctx: ShopContext): Promise<Facet[]> {
  requirePermission(ctx, "product:view");
  const rows = await inRead(ctx, ({ tx }) =>
    tx.productFacet.findMany({ where: { shopId: ctx.shopId, kind: "tag", productCount: { gt: 0 } }, orderBy: [{ productCount: "desc" }, { value: "asc" }], take: FACETS_MAX }),
  );
  return rows.map(({ value, productCount }) => ({ value, count: productCount }));
}
