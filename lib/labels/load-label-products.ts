import type { InTx, ShopContext } from "@/lib/platform/context";
import { toFen } from "@/lib/platform/fen-column";
import { inRead } from "@/lib/platform/transaction";
import type { LabelProduct, LabelSku } from "./resolve-product";

/** Products as they are now, with the change number that last touched them. */
export async function loadLabelProducts(ctx: InTx<ShopContext>, ids: readonly string[]): Promise<LabelProduct[]> {
  if (ids.length === 0) return [];
  const products = await ctx.tx.$queryRaw<ProductColumns[]>`
    SELECT id, external_id, title, category, content_tags FROM product WHERE shop_id = ${ctx.shopId} AND id = ANY(${[...ids]}::text[])`;
  const skus = await ctx.tx.$queryRaw<SkuColumns[]>`
    SELECT product_id, id, code, name, position, cash_price_fen, installment_price_fen, in_stock FROM sku
    WHERE shop_id = ${ctx.shopId} AND product_id = ANY(${[...ids]}::text[]) AND NOT removed ORDER BY product_id, position, id`;
  return join(products, skus);
}

/** The next products by id, for whoever reads a whole shop in pieces. */
export async function listLabelProducts(ctx: InTx<ShopContext>, { after, limit }: { after: string | null; limit: number }): Promise<LabelProduct[]> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`SELECT id FROM product WHERE shop_id = ${ctx.shopId} AND id > ${after ?? ""} ORDER BY id LIMIT ${limit}`;
  const found = await loadLabelProducts(
    ctx,
    rows.map(({ id }) => id),
  );
  return found.sort((a, b) => (a.productId < b.productId ? -1 : 1));
}

/** One product, by its id or else by the merchant's own id, as it stood at an instant; null where the shop has none. Before it was there it has no SKU. */
export async function findLabelProduct(ctx: ShopContext, idOrExternalId: string, { asOf }: { asOf?: Date } = {}): Promise<LabelProduct | null> {
  return inRead(ctx, async (ctx) => {
    const [row] = await ctx.tx.$queryRaw<{ id: string; external_id: string }[]>`
      SELECT id, external_id FROM product WHERE shop_id = ${ctx.shopId} AND (id = ${idOrExternalId} OR external_id = ${idOrExternalId}) ORDER BY id = ${idOrExternalId} DESC LIMIT 1`;
    if (!row) return null;
    if (!asOf) return (await loadLabelProducts(ctx, [row.id]))[0] ?? null;
    const [then] = await loadLabelProductsAsOf(ctx, [row.id], asOf);
    return then ?? { productId: row.id, externalId: row.external_id, title: "", category: "", contentTags: [], skus: [] };
  });
}

/** Products as they stood at an instant; those that were not there yet are left out. */
export async function loadLabelProductsAsOf(ctx: InTx<ShopContext>, ids: readonly string[], instant: Date): Promise<LabelProduct[]> {
  const asOf = await lastSeenAt(ctx, instant);
  const products = await ctx.tx.$queryRaw<ProductColumns[]>`
    SELECT DISTINCT ON (v.product_id) v.product_id AS id, p.external_id, v.title, v.category, v.content_tags FROM product_version v JOIN product p ON p.id = v.product_id
    WHERE v.shop_id = ${ctx.shopId} AND v.product_id = ANY(${[...ids]}::text[]) AND v.valid_from <= ${asOf} ORDER BY v.product_id, v.valid_from DESC, v.id DESC`;
  const skus = await ctx.tx.$queryRaw<(SkuColumns & { removed: boolean })[]>`
    SELECT DISTINCT ON (product_id, sku_id) product_id, sku_id AS id, code, name, position, cash_price_fen, installment_price_fen, in_stock, removed FROM sku_version
    WHERE shop_id = ${ctx.shopId} AND product_id = ANY(${[...ids]}::text[]) AND valid_from <= ${asOf} ORDER BY product_id, sku_id, valid_from DESC, id DESC`;
  const sold = skus.filter(({ removed }) => !removed).sort((a, b) => a.position - b.position || (a.id < b.id ? -1 : 1));
  return join(products, sold);
}

/** An import's rows carry the instant at which it began, but before its end nobody saw them: in between the state before it counts. */
async function lastSeenAt(ctx: InTx<ShopContext>, instant: Date): Promise<Date> {
  const [row] = await ctx.tx.$queryRaw<{ began_at: Date | null }[]>`
    SELECT min(began_at) AS began_at FROM product_import WHERE shop_id = ${ctx.shopId} AND began_at <= ${instant} AND committed_at > ${instant}`;
  return row?.began_at ? new Date(row.began_at.getTime() - 1) : instant;
}

interface ProductColumns {
  id: string;
  external_id: string;
  title: string;
  category: string;
  content_tags: string[];
}

interface SkuColumns {
  product_id: string;
  id: string;
  code: string;
  name: string;
  position: number;
  cash_price_fen: bigint;
  installment_price_fen: bigint;
  in_stock: boolean;
}

function join(products: ProductColumns[], skus: SkuColumns[]): LabelProduct[] {
  const byProduct = new Map<string, LabelSku[]>();
  for (const row of skus) {
    const sku = toSku(row);
    const known = byProduct.get(row.product_id);
    if (known) known.push(sku);
    else byProduct.set(row.product_id, [sku]);
  }
  return products.map((row) => ({
    productId: row.id,
    externalId: row.external_id,
    title: row.title,
    category: row.category,
    contentTags: row.content_tags,
    skus: byProduct.get(row.id) ?? [],
  }));
}

const toSku = (row: SkuColumns): LabelSku => ({
  skuId: row.id,
  code: row.code,
  name: row.name,
  position: row.position,
  cashPriceFen: toFen(row.cash_price_fen),
  installmentPriceFen: toFen(row.installment_price_fen),
  inStock: row.in_stock,
});
