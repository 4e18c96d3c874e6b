import Cursor from "pg-cursor";
import { asSystemInShop } from "@/lib/access/gates";
import { loadOwnFacts } from "@/lib/labels/load-shop-facts";
import type { GoodsSku } from "@/lib/labels/resolve-product";
import type { PlatformFacts } from "@/lib/labels/shop-facts";
import { inPlainRead } from "@/lib/platform/bulk-transaction";
import { catalogSeqOf } from "@/lib/platform/change-notice";
import type { Clock } from "@/lib/platform/clock";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { database } from "@/lib/platform/db";
import { toFen } from "@/lib/platform/fen-column";
import { inRead } from "@/lib/platform/transaction";
import { CompiledShop } from "./compiled-shop";
import type { GoodsRow } from "./goods-table";

const ROWS_PER_READ = 2_000;
/** A change of more products than this takes longer than a second to follow. */
const QUICK_CHANGE_MAX = 10_000;

/** Reads a whole shop. The change numbers are read first: whatever comes in between is read again as a change. */
export async function loadCompiledShop(shopId: string, platform: PlatformFacts, { clock, onProgress }: { clock: Clock; onProgress: (products: number) => void }): Promise<CompiledShop | null> {
  const ctx = asSystemInShop(shopId, { clock });
  const seqs = await inRead(ctx, readSeqs);
  if (seqs === null) return null;
  const shop = new CompiledShop(shopId, await loadOwnFacts(ctx), platform);
  await readProducts(ctx, { sql: ALL_PRODUCTS, values: [shopId] }, (products) => {
    shop.putProducts(products);
    onProgress(shop.productCount);
  });
  shop.seq = seqs.seq;
  shop.catalogSeq = seqs.catalogSeq;
  return shop;
}

/** Brings in what changed since; `onLarge` is called before a change that takes long begins to stream in. */
export async function followChanges(shop: CompiledShop, { clock, onLarge }: { clock: Clock; onLarge: () => void }): Promise<void> {
  const ctx = asSystemInShop(shop.shopId, { clock });
  const { seq, catalogSeq, own, changedCount } = await inRead(ctx, async (ctx) => {
    const seqs = await readSeqs(ctx);
    if (seqs === null) throw new Error("A shop that was compiled is gone");
    const own = seqs.seq > shop.seq ? await loadOwnFacts(ctx) : null;
    return { ...seqs, own, changedCount: seqs.catalogSeq > shop.catalogSeq ? await countChanged(ctx, shop.catalogSeq) : 0 };
  });
  const isLarge = changedCount > QUICK_CHANGE_MAX;
  if (isLarge) onLarge();
  const pieces: GoodsRow[] = [];
  if (changedCount > 0) {
    await readProducts(ctx, { sql: CHANGED_PRODUCTS, values: [shop.shopId, shop.catalogSeq] }, (products) => {
      if (isLarge) shop.putProducts(products);
      else pieces.push(...products);
    });
  }
  // In one step, so that nobody sees new prices under old offers.
  shop.putProducts(pieces);
  if (own) shop.replaceOwn(own);
  shop.seq = seq;
  shop.catalogSeq = catalogSeq;
}

async function readSeqs(ctx: InTx<ShopContext>): Promise<{ seq: number; catalogSeq: number } | null> {
  const row = await ctx.tx.shop.findUnique({ where: { id: ctx.shopId }, select: { changeSeq: true } });
  return row ? { seq: Number(row.changeSeq), catalogSeq: await catalogSeqOf(ctx) } : null;
}

/** How many products changed since, as far as it matters. */
async function countChanged(ctx: InTx<ShopContext>, since: number): Promise<number> {
  const [row] = await ctx.tx.$queryRaw<{ changed: number }[]>`
    SELECT count(*)::int AS changed FROM (SELECT 1 FROM product WHERE shop_id = ${ctx.shopId} AND change_seq > ${since} LIMIT ${QUICK_CHANGE_MAX + 1}::int) changed`;
  return row!.changed;
}

const COLUMNS = `p.id, p.external_id, p.category, p.content_tags, s.id, s.code, s.position, s.cash_price_fen, s.installment_price_fen, s.in_stock
  FROM product p LEFT JOIN sku s ON s.product_id = p.id AND NOT s.removed`;
/** In the order of an index, so that nothing has to be sorted and rows of one product stand together. */
const ALL_PRODUCTS = `SELECT ${COLUMNS} WHERE p.shop_id = $1 ORDER BY p.removed, p.id`;
const CHANGED_PRODUCTS = `SELECT ${COLUMNS} WHERE p.shop_id = $1 AND p.change_seq > $2 ORDER BY p.id`;

type ProductColumns = [string, string, string, string[], string | null, string, number, string, string, boolean];

/** Gives products with their SKUs in batches of plain rows: a million of them never stand in memory together. */
async function readProducts(ctx: ShopContext, { sql, values }: { sql: string; values: unknown[] }, onBatch: (products: GoodsRow[]) => void): Promise<void> {
  await inPlainRead(ctx, database().pool, async (connection) => {
    const cursor = connection.query(new Cursor<ProductColumns>(sql, values, { rowMode: "array" }));
    let open: OpenRow | null = null;
    for (;;) {
      const rows = await cursor.read(ROWS_PER_READ);
      const products: GoodsRow[] = [];
      for (const row of rows) {
        if (open === null || open.productId !== row[0]) {
          if (open) products.push(inOrder(open));
          open = { productId: row[0], externalId: row[1], category: row[2], contentTags: row[3], skus: [] } as OpenRow;
        }
        if (row[4] !== null) open.skus.push({ skuId: row[4], code: row[5], position: row[6], cashPriceFen: toFen(row[7]), installmentPriceFen: toFen(row[8]), inStock: row[9] });
      }
      if (rows.length === 0 && open) products.push(inOrder(open));
      if (products.length > 0) onBatch(products);
      if (rows.length === 0) break;
    }
    await cursor.close();
  });
}

type OpenRow = GoodsRow & { skus: GoodsSku[] };

function inOrder(product: OpenRow): GoodsRow {
  if (product.skus.length > 1) product.skus.sort((a, b) => a.position - b.position || (a.skuId < b.skuId ? -1 : 1));
  return product;
}
