import { can, requirePermission } from "@/lib/access/require-permission";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { toFen, toFenOrNull } from "@/lib/platform/fen-column";
import { inRead } from "@/lib/platform/transaction";
import type { Product, ProductRow } from "./product";
import { listProductsInput, SKUS_MAX, type ListProductsInput } from "./schema";
import { searchableTitle, titleBigrams } from "./title-bigrams";

export interface ProductPage {
  products: ProductRow[];
  /** give it as `after` to read on; null at the end */
  next: string | null;
}

/** Newest first. A search of one character finds nothing by title: two are enough. An exact external id is found too. */
export async function listProducts(ctx: ShopContext, input: ListProductsInput = {}): Promise<ProductPage> {
  requirePermission(ctx, "product:view");
  const { search, category, tag, after, limit } = listProductsInput.parse(input);
  return inRead(ctx, async (ctx) => {
    const needle = search ? searchableTitle(search) : "";
    const bigrams = titleBigrams(needle);
    const isTooShort = search !== undefined && search !== "" && bigrams.length === 0;
    const found = isTooShort
      ? []
      : await ctx.tx.$queryRaw<{ id: string }[]>`SELECT id FROM search_products(${bigrams}::text[], ${needle}, ${category ?? null}, ${tag ?? null}, ${after ?? null}, ${limit + 1}::int)`;
    const page = found.slice(0, limit).map(({ id }) => id);
    const next = found.length > limit ? page.at(-1)! : null;
    const exact = search && !after ? await findIdByExternalId(ctx, search, { category, tag }) : null;
    const ids = exact && !page.includes(exact) ? [exact, ...page] : page;
    return { products: await loadRows(ctx, ids), next };
  });
}

/** The rows of these products in the order of the ids; what is not there is left out. For lists that other modules put together. */
export async function listProductRows(ctx: ShopContext, ids: readonly string[]): Promise<ProductRow[]> {
  requirePermission(ctx, "product:view");
  return inRead(ctx, (ctx) => loadRows(ctx, ids));
}

export async function findProduct(ctx: ShopContext, productId: string): Promise<Product | null> {
  requirePermission(ctx, "product:view");
  return inRead(ctx, async (ctx) => {
    const row = await ctx.tx.product.findFirst({
      where: { id: productId, shopId: ctx.shopId },
      include: { skus: { where: { removed: false }, orderBy: [{ position: "asc" }, { id: "asc" }], take: SKUS_MAX } },
    });
    if (!row) return null;
    const seesCost = can(ctx, "cost:view");
    return {
      id: row.id,
      externalId: row.externalId,
      title: row.title,
      category: row.category,
      contentTags: row.contentTags,
      version: row.version,
      changedAt: row.changedAt.toISOString(),
      createdAt: row.createdAt.toISOString(),
      skus: row.skus.map((sku) => ({
        id: sku.id,
        code: sku.code,
        name: sku.name,
        cashPriceFen: toFen(sku.cashPriceFen),
        installmentPriceFen: toFen(sku.installmentPriceFen),
        listPriceFen: toFenOrNull(sku.listPriceFen),
        ...(seesCost ? { costPriceFen: toFenOrNull(sku.costPriceFen) } : {}),
        inStock: sku.inStock,
      })),
    };
  });
}

export async function getProduct(ctx: ShopContext, productId: string): Promise<Product> {
  const product = await findProduct(ctx, productId);
  if (!product) throw notFound("product");
  return product;
}

/** True until the first product is in: the shop is empty. */
export async function hasProducts(ctx: ShopContext): Promise<boolean> {
  requirePermission(ctx, "product:view");
  const first = await inRead(ctx, ({ tx }) => tx.product.findFirst({ where: { shopId: ctx.shopId, skus: { some: { removed: false } } }, select: { id: true } }));
  return first !== null;
}

async function findIdByExternalId(ctx: InTx<ShopContext>, externalId: string, { category, tag }: { category?: string; tag?: string }): Promise<string | null> {
  const row = await ctx.tx.product.findFirst({
    where: { shopId: ctx.shopId, externalId, category, contentTags: tag ? { has: tag } : undefined, skus: { some: { removed: false } } },
    select: { id: true },
  });
  return row?.id ?? null;
}

async function loadRows(ctx: InTx<ShopContext>, ids: readonly string[]): Promise<ProductRow[]> {
  if (ids.length === 0) return [];
  const rows = await ctx.tx.$queryRaw<StoredRow[]>`
    SELECT p.id, p.external_id, p.title, p.category, p.content_tags, p.changed_at, count(*)::int AS sku_count, count(*) FILTER (WHERE s.in_stock)::int AS skus_in_stock,
      min(s.cash_price_fen) AS cash_from, max(s.cash_price_fen) AS cash_to, min(s.installment_price_fen) AS installment_from, max(s.installment_price_fen) AS installment_to
    FROM product p JOIN sku s ON s.product_id = p.id AND NOT s.removed
    WHERE p.shop_id = ${ctx.shopId} AND p.id = ANY(${[...ids]}::text[])
    GROUP BY p.id`;
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [asProductRow(row)] : [];
  });
}

interface StoredRow {
  id: string;
  external_id: string;
  title: string;
  category: string;
  content_tags: string[];
  changed_at: Date;
  sku_count: number;
  skus_in_stock: number;
  cash_from: bigint;
  cash_to: bigint;
  installment_from: bigint;
  installment_to: bigint;
}

function asProductRow(row: StoredRow): ProductRow {
  return {
    id: row.id,
    externalId: row.external_id,
    title: row.title,
    category: row.category,
    contentTags: row.content_tags,
    changedAt: row.changed_at.toISOString(),
    skuCount: row.sku_count,
    skusInStock: row.skus_in_stock,
    cashPriceFen: { from: toFen(row.cash_from), to: toFen(row.cash_to) },
    installmentPriceFen: { from: toFen(row.installment_from), to: toFen(row.installment_to) },
  };
}
