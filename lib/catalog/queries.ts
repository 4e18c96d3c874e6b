import { can, requirePermission } from "@/lib/access/require-permission";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { toFen, toFenOrNull } from "@/lib/platform/fen-column";
import { inRead } from "@/lib/platform/transaction";
import type { Product, ProductRow } from "./product";
import { placeFromText, placeToText } from "./product-order";
import { listProductsInput, productFilters, SKUS_MAX, type ListProductsInput, type ProductFilters } from "./schema";
import { searchableTitle, titleGrams } from "./title-grams";

/** From here on a count that has to be counted says "or more". */
const COUNT_MAX = 10_000;

export interface ProductPage {
  products: ProductRow[];
  /** give it as `after` to read on; null at the end */
  next: string | null;
}

/** A page of what is sold. A search of one character finds nothing by title: two are enough. An exact external id is found too. */
export async function listProducts(ctx: ShopContext, input: ListProductsInput = {}): Promise<ProductPage> {
  requirePermission(ctx, "product:view");
  const { sort, after, limit, ...filters } = listProductsInput.parse(input);
  if (sort.startsWith("margin")) requirePermission(ctx, "cost:view");
  const place = after === undefined ? null : placeFromText(sort, after);
  const { grams, needle, isTooShort } = searchOf(ctx, filters.search);
  return inRead(ctx, async (ctx) => {
    const found = isTooShort
      ? []
      : await ctx.tx.$queryRaw<(StoredRow & { place: bigint | null })[]>`
        SELECT p.id, p.external_id, p.title, p.category, p.content_tags, p.changed_at, p.sku_count, p.skus_in_stock, p.cash_from_fen, p.cash_to_fen, p.installment_from_fen, p.installment_to_fen, p.margin_bps, found.value AS place
        FROM list_products(${grams}::int[], ${needle}, ${filters.category ?? null}, ${filters.tag ?? null}, ${sort}, ${place?.value ?? null}::bigint, ${place?.id ?? null}, ${limit + 1}::int) WITH ORDINALITY AS found(id, value, number)
        JOIN product p ON p.id = found.id AND p.shop_id = ${ctx.shopId} ORDER BY found.number`;
    const page = found.slice(0, limit);
    const last = page.at(-1);
    const next = found.length > limit && last ? placeToText(sort, { id: last.id, value: last.place }) : null;
    const products = page.map((row) => asProductRow(ctx, row));
    const exact = filters.search && !after ? await findByExternalId(ctx, filters.search, filters) : null;
    return { products: exact && !products.some(({ id }) => id === exact.id) ? [exact, ...products] : products, next };
  });
}

export interface ProductCount {
  count: number;
  /** there are more than were counted */
  isCapped: boolean;
}

/** How many products the filters leave. All, one category and one tag are kept counted; anything else is counted up to COUNT_MAX. */
export async function countProducts(ctx: ShopContext, input: ProductFilters = {}): Promise<ProductCount> {
  requirePermission(ctx, "product:view");
  const { search, category, tag } = productFilters.parse(input);
  const { grams, needle, isTooShort } = searchOf(ctx, search);
  return inRead(ctx, async (ctx) => {
    if (!needle && (category === undefined || tag === undefined)) {
      const facet = category !== undefined ? { kind: "category", value: category } : tag !== undefined ? { kind: "tag", value: tag } : { kind: "all", value: "" };
      const row = await ctx.tx.productFacet.findUnique({ where: { shopId_kind_value: { shopId: ctx.shopId, ...facet } } });
      return { count: row?.productCount ?? 0, isCapped: false };
    }
    const byTitle = isTooShort
      ? 0
      : (await ctx.tx.$queryRaw<{ count: number }[]>`SELECT count_products(${grams}::int[], ${needle}, ${category ?? null}, ${tag ?? null}, ${COUNT_MAX + 1}::int) AS count`)[0]!.count;
    return { count: Math.min(byTitle, COUNT_MAX), isCapped: byTitle > COUNT_MAX };
  });
}

/** The rows of these products in the order of the ids; what is not there is left out. For lists that other modules put together. */
export async function listProductRows(ctx: ShopContext, ids: readonly string[]): Promise<ProductRow[]> {
  requirePermission(ctx, "product:view");
  if (ids.length === 0) return [];
  const rows = await inRead(
    ctx,
    ({ tx }) => tx.$queryRaw<StoredRow[]>`
      SELECT id, external_id, title, category, content_tags, changed_at, sku_count, skus_in_stock, cash_from_fen, cash_to_fen, installment_from_fen, installment_to_fen, margin_bps
      FROM product WHERE shop_id = ${ctx.shopId} AND id = ANY(${[...ids]}::text[]) AND NOT removed`,
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [asProductRow(ctx, row)] : [];
  });
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
  return (await countProducts(ctx)).count > 0;
}

async function findByExternalId(ctx: InTx<ShopContext>, externalId: string, { category, tag }: ProductFilters): Promise<ProductRow | null> {
  const row = await ctx.tx.product.findFirst({
    where: { shopId: ctx.shopId, externalId, category, contentTags: tag ? { has: tag } : undefined, removed: false },
    select: { id: true },
  });
  return row ? ((await listProductRows(ctx, [row.id]))[0] ?? null) : null;
}

function searchOf({ shopId }: ShopContext, search = ""): { grams: number[]; needle: string; isTooShort: boolean } {
  const needle = searchableTitle(search);
  const grams = titleGrams(shopId, needle);
  return { grams, needle, isTooShort: needle !== "" && grams.length === 0 };
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
  cash_from_fen: bigint;
  cash_to_fen: bigint;
  installment_from_fen: bigint;
  installment_to_fen: bigint;
  margin_bps: number | null;
}

function asProductRow(ctx: ShopContext, row: StoredRow): ProductRow {
  return {
    id: row.id,
    externalId: row.external_id,
    title: row.title,
    category: row.category,
    contentTags: row.content_tags,
    changedAt: row.changed_at.toISOString(),
    skuCount: row.sku_count,
    skusInStock: row.skus_in_stock,
    cashPriceFen: { from: toFen(row.cash_from_fen), to: toFen(row.cash_to_fen) },
    installmentPriceFen: { from: toFen(row.installment_from_fen), to: toFen(row.installment_to_fen) },
    ...(can(ctx, "cost:view") ? { marginBps: row.margin_bps } : {}),
  };
}
