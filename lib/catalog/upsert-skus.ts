import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { from as copyFrom } from "pg-copy-streams";
import { multiplyDivide } from "@/lib/money/divide";
import type { Connection } from "@/lib/platform/bulk-transaction";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { copyArray, copyLine } from "@/lib/platform/copy-line";
import { newId } from "@/lib/platform/id";
import type { Mapping } from "./import-schema";
import type { ImportedSku } from "./judge-import-row";
import { titleGrams } from "./title-grams";

const BPS = 10_000;
const MARGIN_BPS_MIN = -1_000_000;
const LINES_PER_CHUNK = 500;

export interface UpsertCounts {
  rows: number;
  created: number;
  updated: number;
}

/**
 * Stores imported SKUs batch by batch: COPY into a table of this transaction alone, since COPY knows no row-level security, then one
 * statement for products and one for SKUs under the policies. A column that the file does not have leaves what is stored: only an
 * installment price that was equal to the cash price follows it. What is the same as before is not written, so it makes no history.
 * `add` returns while its batch is still being stored and waits for the one before.
 */
export async function createUpsert(ctx: InTx<ShopContext>, connection: Connection, { mapping, seq }: { mapping: Mapping; seq: number }) {
  const now = ctx.clock.now();
  const has = (field: keyof Mapping) => mapping[field] !== undefined;
  const counts: UpsertCounts = { rows: 0, created: 0, updated: 0 };
  let batchCount = 0;
  let running: Promise<void> = Promise.resolve();
  await connection.query(CREATE_INCOMING);
  return { add, finish };

  async function add(batch: readonly ImportedSku[]): Promise<void> {
    await running;
    running = store(batch);
    // A failure is met where it is waited for.
    running.catch(() => undefined);
  }

  async function finish(): Promise<UpsertCounts> {
    await running;
    return counts;
  }

  async function store(batch: readonly ImportedSku[]): Promise<void> {
    if (batch.length === 0) return;
    counts.rows += batch.length;
    batchCount++;
    await connection.query("TRUNCATE incoming");
    await pipeline(Readable.from(chunksOf(batch)), connection.query(copyFrom(COPY_INCOMING)));
    // The planner knows nothing of a table that was filled a moment ago.
    await connection.query("ANALYZE incoming");
    const products = await connection.query<{ created: number; updated: number }>(UPSERT_PRODUCTS, [ctx.shopId, seq, now, has("category"), has("contentTags")]);
    const skus = await connection.query<{ updated: number }>(UPSERT_SKUS, [ctx.shopId, seq, now, has("skuName"), has("installmentPrice"), has("listPrice"), has("costPrice"), has("stock")]);
    counts.created += products.rows[0]!.created;
    counts.updated += products.rows[0]!.updated + skus.rows[0]!.updated;
  }

  function* chunksOf(batch: readonly ImportedSku[]): Generator<string> {
    const sums = sumUp(batch);
    // Lists show the newest first and ids sort by time: so that the file keeps its order, its first line gets the largest id.
    const ids = batch.flatMap(({ product }) => (product ? [newId("prd", new Date(now.getTime() - batchCount))] : [])).sort();
    let chunk = "";
    for (const [index, sku] of batch.entries()) {
      chunk += lineOf(sku, ids, sums);
      if (index % LINES_PER_CHUNK !== LINES_PER_CHUNK - 1) continue;
      yield chunk;
      chunk = "";
    }
    if (chunk !== "") yield chunk;
  }

  function lineOf({ externalId, product, code, name, position, cashPriceFen, installmentPriceFen, listPriceFen, costPriceFen, inStock = true }: ImportedSku, ids: string[], sums: Map<string, SkuSums>): string {
    const sum = product && sums.get(externalId)!;
    return copyLine([
      ...(product && sum
        ? [ids.pop()!, product.title, product.category ?? "", copyArray(product.contentTags ?? []), copyArray(titleGrams(ctx.shopId, product.title)), sum.skuCount, sum.inStock, sum.cashFrom, sum.cashTo, sum.installmentFrom, sum.installmentTo, sum.marginBps]
        : NO_PRODUCT),
      newId("sku", now),
      externalId,
      code,
      name ?? "",
      position,
      cashPriceFen,
      installmentPriceFen ?? cashPriceFen,
      listPriceFen ?? null,
      costPriceFen ?? null,
      inStock ? "t" : "f",
    ]);
  }
}

const NO_PRODUCT = Array<null>(12).fill(null);

const CREATE_INCOMING = `CREATE TEMP TABLE incoming (
  product_id text, title text, category text, content_tags text[], title_grams int[], sku_count int, skus_in_stock int, cash_from bigint, cash_to bigint, installment_from bigint, installment_to bigint, margin_bps int,
  sku_id text, external_id text, code text, name text, position int, cash bigint, installment bigint, list bigint, cost bigint, in_stock boolean
) ON COMMIT DROP`;
const COPY_INCOMING = "COPY incoming FROM STDIN";

const UPSERT_PRODUCTS = `WITH written AS (
  INSERT INTO product AS p (id, shop_id, external_id, title, category, content_tags, title_grams, version, change_seq, changed_at, created_at,
    removed, sku_count, skus_in_stock, cash_from_fen, cash_to_fen, installment_from_fen, installment_to_fen, margin_bps)
  SELECT i.product_id, $1, i.external_id, i.title, i.category, i.content_tags, i.title_grams, 1, $2::bigint, $3::timestamptz, $3::timestamptz,
    false, i.sku_count, i.skus_in_stock, i.cash_from, i.cash_to, i.installment_from, i.installment_to, i.margin_bps
  FROM incoming i WHERE i.product_id IS NOT NULL
  ON CONFLICT (shop_id, external_id) DO UPDATE SET title = excluded.title, title_grams = excluded.title_grams,
    category = CASE WHEN $4::boolean THEN excluded.category ELSE p.category END,
    content_tags = CASE WHEN $5::boolean THEN excluded.content_tags ELSE p.content_tags END,
    version = p.version + 1, change_seq = excluded.change_seq, changed_at = excluded.changed_at
  WHERE (p.title, p.category, p.content_tags) IS DISTINCT FROM (excluded.title,
    CASE WHEN $4::boolean THEN excluded.category ELSE p.category END,
    CASE WHEN $5::boolean THEN excluded.content_tags ELSE p.content_tags END)
  RETURNING version
)
SELECT (count(*) FILTER (WHERE version = 1))::int AS created, (count(*) FILTER (WHERE version > 1))::int AS updated FROM written`;

/**
 * Lateral and limited, and an array instead of a join, so that each row is one look into an index: of tables that grow in this very
 * transaction the planner knows nothing. "(SELECT $1)" hides the shop from it: of a shop that its statistics do not know it expects
 * one row, and then any index that begins with the shop looks as good to it, all of which would be read for each row. Who edits by hand is told of a new price by the product's version.
 */
const UPSERT_SKUS = `WITH merged AS (
  SELECT i.sku_id, p.id AS product_id, i.code, i.position, i.cash,
    CASE WHEN s.id IS NULL OR $4::boolean THEN i.name ELSE s.name END AS name,
    CASE WHEN s.id IS NULL OR $5::boolean THEN i.installment WHEN s.installment_price_fen = s.cash_price_fen THEN i.cash ELSE s.installment_price_fen END AS installment,
    CASE WHEN s.id IS NULL OR $6::boolean THEN i.list ELSE s.list_price_fen END AS list,
    CASE WHEN s.id IS NULL OR $7::boolean THEN i.cost ELSE s.cost_price_fen END AS cost,
    CASE WHEN s.id IS NULL OR $8::boolean THEN i.in_stock ELSE s.in_stock END AS in_stock
  FROM incoming i
  CROSS JOIN LATERAL (SELECT id FROM product WHERE shop_id = (SELECT $1) AND external_id = i.external_id LIMIT 1) p
  LEFT JOIN LATERAL (SELECT * FROM sku WHERE product_id = p.id AND code = i.code LIMIT 1) s ON true
), written AS (
  INSERT INTO sku AS s (id, shop_id, product_id, code, name, position, cash_price_fen, installment_price_fen, list_price_fen, cost_price_fen, in_stock, removed, change_seq, changed_at)
  SELECT sku_id, $1, product_id, code, name, position, cash, installment, list, cost, in_stock, false, $2::bigint, $3::timestamptz FROM merged
  ON CONFLICT (product_id, code) DO UPDATE SET name = excluded.name, cash_price_fen = excluded.cash_price_fen, installment_price_fen = excluded.installment_price_fen,
    list_price_fen = excluded.list_price_fen, cost_price_fen = excluded.cost_price_fen, in_stock = excluded.in_stock, removed = false,
    change_seq = excluded.change_seq, changed_at = excluded.changed_at
  WHERE (s.name, s.cash_price_fen, s.installment_price_fen, s.list_price_fen, s.cost_price_fen, s.in_stock, s.removed)
    IS DISTINCT FROM (excluded.name, excluded.cash_price_fen, excluded.installment_price_fen, excluded.list_price_fen, excluded.cost_price_fen, excluded.in_stock, false)
  RETURNING product_id
), bumped AS (
  UPDATE product p SET version = version + 1, change_seq = $2::bigint, changed_at = $3::timestamptz
  WHERE p.id = ANY (ARRAY(SELECT product_id FROM written)) AND p.shop_id = (SELECT $1) AND p.change_seq <> $2::bigint RETURNING 1
)
SELECT count(*)::int AS updated FROM bumped`;

interface SkuSums {
  skuCount: number;
  inStock: number;
  cashFrom: number;
  cashTo: number;
  installmentFrom: number;
  installmentTo: number;
  marginBps: number | null;
}

/** What a trigger would sum up after the fact; a new product is written with it, so that it is written once. */
function sumUp(batch: readonly ImportedSku[]): Map<string, SkuSums> {
  const sums = new Map<string, SkuSums>();
  for (const { externalId, cashPriceFen: cash, installmentPriceFen: installment = cash, costPriceFen, inStock = true } of batch) {
    const sum = sums.get(externalId) ?? { skuCount: 0, inStock: 0, cashFrom: cash, cashTo: cash, installmentFrom: installment, installmentTo: installment, marginBps: null };
    sums.set(externalId, sum);
    sum.skuCount++;
    if (inStock) sum.inStock++;
    sum.cashFrom = Math.min(sum.cashFrom, cash);
    sum.cashTo = Math.max(sum.cashTo, cash);
    sum.installmentFrom = Math.min(sum.installmentFrom, installment);
    sum.installmentTo = Math.max(sum.installmentTo, installment);
    if (costPriceFen === undefined || costPriceFen === null) continue;
    const margin = Math.max(MARGIN_BPS_MIN, multiplyDivide(cash - costPriceFen, BPS, cash, "floor"));
    sum.marginBps = sum.marginBps === null ? margin : Math.min(sum.marginBps, margin);
  }
  return sums;
}
