import { requirePermission } from "@/lib/access/require-permission";
import type { ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";

const FACETS_MAX = 200;
/** From here on a count says "or more". */
export const FACET_COUNT_MAX = 1_000;
const TAGGED_PRODUCTS_MAX = 10_000;

export interface Facet {
  value: string;
  count: number;
}

/** The shop's categories in code-unit order, each with its count up to FACET_COUNT_MAX. */
export async function listCategories(ctx: ShopContext): Promise<Facet[]> {
  requirePermission(ctx, "product:view");
  // Jumps from one category to the next in the index instead of reading every product.
  return inRead(
    ctx,
    ({ tx }) => tx.$queryRaw<Facet[]>`
    WITH RECURSIVE found AS (
      (SELECT category FROM product WHERE shop_id = ${ctx.shopId} ORDER BY category LIMIT 1)
      UNION ALL
      SELECT (SELECT p.category FROM product p WHERE p.shop_id = ${ctx.shopId} AND p.category > found.category ORDER BY p.category LIMIT 1) FROM found WHERE found.category IS NOT NULL
    ), categories AS (SELECT category FROM found WHERE category IS NOT NULL LIMIT ${FACETS_MAX})
    SELECT category AS value, (SELECT count(*)::int FROM (
      SELECT 1 FROM product p WHERE p.shop_id = ${ctx.shopId} AND p.category = categories.category AND EXISTS (SELECT 1 FROM sku s WHERE s.product_id = p.id AND NOT s.removed) LIMIT ${FACET_COUNT_MAX}
    ) AS counted) AS count FROM categories`,
  ).then((facets) => facets.filter(({ count }) => count > 0));
}

/** The most used content tags of the newest products, each with its count up to FACET_COUNT_MAX. */
export async function listTags(ctx: ShopContext): Promise<Facet[]> {
  requirePermission(ctx, "product:view");
  return inRead(
    ctx,
    ({ tx }) => tx.$queryRaw<Facet[]>`
    SELECT tag AS value, least(count(*), ${FACET_COUNT_MAX})::int AS count
    FROM (SELECT p.content_tags FROM product p WHERE p.shop_id = ${ctx.shopId} AND EXISTS (SELECT 1 FROM sku s WHERE s.product_id = p.id AND NOT s.removed) ORDER BY p.id DESC LIMIT ${TAGGED_PRODUCTS_MAX}) AS newest,
      unnest(content_tags) AS tag
    GROUP BY tag ORDER BY count(*) DESC, tag LIMIT ${FACETS_MAX}`,
  );
}
