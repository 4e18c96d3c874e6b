import type { InTx, ShopContext } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";
import type { Mapping } from "./import-schema";
import type { ImportedSku } from "./judge-import-row";
import { titleBigrams } from "./title-bigrams";

export interface UpsertCounts {
  rows: number;
  created: number;
  updated: number;
  unchanged: number;
}

/**
 * Stores imported SKUs batch by batch. A column that the file does not have leaves what is stored: only an installment price
 * that was equal to the cash price follows it. What is the same as before is not written, so it makes no history.
 */
export function createUpsert(ctx: InTx<ShopContext>, { mapping, seq }: { mapping: Mapping; seq: number }) {
  const now = ctx.clock.now();
  const has = (field: keyof Mapping) => mapping[field] !== undefined;
  const seen = new Set<string>();
  const created = new Set<string>();
  const updated = new Set<string>();
  let rows = 0;
  let batchCount = 0;

  async function add(batch: readonly ImportedSku[]): Promise<void> {
    if (batch.length === 0) return;
    rows += batch.length;
    batchCount++;
    for (const { externalId } of batch) seen.add(externalId);
    await storeProducts(batch);
    await storeSkus(batch);
  }

  async function storeProducts(batch: readonly ImportedSku[]): Promise<void> {
    const facts = [...new Map(batch.map((sku) => [sku.externalId, sku])).values()];
    // Lists show the newest first and ids sort by time: so that the file keeps its order, its first line gets the largest id.
    const ids = facts.map(() => newId("prd", new Date(now.getTime() - batchCount))).sort().reverse();
    const products = facts.map(({ externalId, title, category, contentTags }, index) => ({
      id: ids[index]!,
      external_id: externalId,
      title,
      category: category ?? "",
      content_tags: contentTags ?? [],
      title_bigrams: titleBigrams(title),
    }));
    const written = await ctx.tx.$queryRaw<{ id: string }[]>`
      INSERT INTO product AS p (id, shop_id, external_id, title, category, content_tags, title_bigrams, version, change_seq, changed_at, created_at)
      SELECT x.id, ${ctx.shopId}, x.external_id, x.title, x.category, x.content_tags, x.title_bigrams, 1, ${seq}::bigint, ${now}::timestamptz, ${now}::timestamptz
      FROM json_to_recordset(${JSON.stringify(products)}::json) AS x(id text, external_id text, title text, category text, content_tags text[], title_bigrams text[])
      ON CONFLICT (shop_id, external_id) DO UPDATE SET title = excluded.title, title_bigrams = excluded.title_bigrams,
        category = CASE WHEN ${has("category")}::boolean THEN excluded.category ELSE p.category END,
        content_tags = CASE WHEN ${has("contentTags")}::boolean THEN excluded.content_tags ELSE p.content_tags END,
        version = p.version + 1, change_seq = excluded.change_seq, changed_at = excluded.changed_at
      WHERE (p.title, p.category, p.content_tags) IS DISTINCT FROM (excluded.title,
        CASE WHEN ${has("category")}::boolean THEN excluded.category ELSE p.category END,
        CASE WHEN ${has("contentTags")}::boolean THEN excluded.content_tags ELSE p.content_tags END)
      RETURNING id`;
    const fresh = new Set(ids);
    for (const { id } of written) (fresh.has(id) ? created : updated).add(id);
  }

  async function storeSkus(batch: readonly ImportedSku[]): Promise<void> {
    const skus = batch.map((sku) => ({
      id: newId("sku", now),
      external_id: sku.externalId,
      code: sku.code,
      name: sku.name ?? "",
      position: sku.position,
      cash: sku.cashPriceFen,
      installment: sku.installmentPriceFen ?? sku.cashPriceFen,
      list: sku.listPriceFen ?? null,
      cost: sku.costPriceFen ?? null,
      in_stock: sku.inStock ?? true,
    }));
    // Lateral and limited, so that each row is one look into an index: a table that grows in this transaction has no statistics to plan a join by.
    const written = await ctx.tx.$queryRaw<{ product_id: string }[]>`
      WITH incoming AS (
        SELECT x.*, p.id AS product_id, ${has("skuName")}::boolean AS has_name, ${has("installmentPrice")}::boolean AS has_installment,
          ${has("listPrice")}::boolean AS has_list, ${has("costPrice")}::boolean AS has_cost, ${has("stock")}::boolean AS has_stock
        FROM json_to_recordset(${JSON.stringify(skus)}::json)
          AS x(id text, external_id text, code text, name text, position int, cash bigint, installment bigint, list bigint, cost bigint, in_stock boolean)
        CROSS JOIN LATERAL (SELECT id FROM product WHERE shop_id = ${ctx.shopId} AND external_id = x.external_id LIMIT 1) AS p
      ), merged AS (
        SELECT i.id, i.product_id, i.code, i.position, i.cash,
          CASE WHEN s.id IS NULL OR i.has_name THEN i.name ELSE s.name END AS name,
          CASE WHEN s.id IS NULL OR i.has_installment THEN i.installment WHEN s.installment_price_fen = s.cash_price_fen THEN i.cash ELSE s.installment_price_fen END AS installment,
          CASE WHEN s.id IS NULL OR i.has_list THEN i.list ELSE s.list_price_fen END AS list,
          CASE WHEN s.id IS NULL OR i.has_cost THEN i.cost ELSE s.cost_price_fen END AS cost,
          CASE WHEN s.id IS NULL OR i.has_stock THEN i.in_stock ELSE s.in_stock END AS in_stock
        FROM incoming i LEFT JOIN LATERAL (SELECT * FROM sku WHERE product_id = i.product_id AND code = i.code LIMIT 1) AS s ON true
      )
      INSERT INTO sku AS s (id, shop_id, product_id, code, name, position, cash_price_fen, installment_price_fen, list_price_fen, cost_price_fen, in_stock, removed, change_seq, changed_at)
      SELECT id, ${ctx.shopId}, product_id, code, name, position, cash, installment, list, cost, in_stock, false, ${seq}::bigint, ${now}::timestamptz FROM merged
      ON CONFLICT (product_id, code) DO UPDATE SET name = excluded.name, cash_price_fen = excluded.cash_price_fen, installment_price_fen = excluded.installment_price_fen,
        list_price_fen = excluded.list_price_fen, cost_price_fen = excluded.cost_price_fen, in_stock = excluded.in_stock, removed = false,
        change_seq = excluded.change_seq, changed_at = excluded.changed_at
      WHERE (s.name, s.cash_price_fen, s.installment_price_fen, s.list_price_fen, s.cost_price_fen, s.in_stock, s.removed)
        IS DISTINCT FROM (excluded.name, excluded.cash_price_fen, excluded.installment_price_fen, excluded.list_price_fen, excluded.cost_price_fen, excluded.in_stock, false)
      RETURNING product_id`;
    const touched = [...new Set(written.map(({ product_id }) => product_id))];
    for (const id of touched) if (!created.has(id)) updated.add(id);
    // Who edits by hand is told of a new price by the product's version.
    await ctx.tx.$executeRaw`
      UPDATE product SET version = version + 1, change_seq = ${seq}::bigint, changed_at = ${now}::timestamptz
      WHERE shop_id = ${ctx.shopId} AND id = ANY(${touched}::text[]) AND change_seq <> ${seq}::bigint`;
  }

  const counts = (): UpsertCounts => ({ rows, created: created.size, updated: updated.size, unchanged: seen.size - created.size - updated.size });
  return { add, counts };
}
