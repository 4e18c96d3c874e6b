import { asSystemInShop } from "@/lib/access/gates";
import { listLabelProducts, loadLabelProducts } from "@/lib/labels/load-label-products";
import { loadOwnFacts } from "@/lib/labels/load-shop-facts";
import type { LabelProduct } from "@/lib/labels/resolve-product";
import type { PlatformFacts } from "@/lib/labels/shop-facts";
import type { Clock } from "@/lib/platform/clock";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { CompiledShop } from "./compiled-shop";

const PRODUCTS_PER_READ = 2_000;
/** A change of more products than this takes longer than a second to follow. */
const QUICK_CHANGE_MAX = 10_000;

/** Reads a whole shop. The change number is read first: whatever comes in between is read again as a change. */
export async function loadCompiledShop(shopId: string, platform: PlatformFacts, { clock, onProgress }: { clock: Clock; onProgress: (products: number) => void }): Promise<CompiledShop | null> {
  const ctx = asSystemInShop(shopId, { clock });
  const seq = await inRead(ctx, readSeq);
  if (seq === null) return null;
  const shop = new CompiledShop(shopId, await loadOwnFacts(ctx), platform);
  let after: string | null = null;
  for (;;) {
    const from: string | null = after;
    const products: LabelProduct[] = await inRead(ctx, (ctx) => listLabelProducts(ctx, { after: from, limit: PRODUCTS_PER_READ }));
    shop.putProducts(products);
    onProgress(shop.productCount);
    if (products.length < PRODUCTS_PER_READ) break;
    after = products.at(-1)!.productId;
  }
  shop.seq = seq;
  return shop;
}

/** Brings in what changed since; `onLarge` is called before a change that takes long begins to stream in. */
export async function followChanges(shop: CompiledShop, { clock, onLarge }: { clock: Clock; onLarge: () => void }): Promise<void> {
  const ctx = asSystemInShop(shop.shopId, { clock });
  const { seq, own, ids } = await inRead(ctx, async (ctx) => {
    const seq = await readSeq(ctx);
    if (seq === null) throw new Error("A shop that was compiled is gone");
    return { seq, own: await loadOwnFacts(ctx), ids: await changedIds(ctx, shop.seq) };
  });
  if (ids.length > QUICK_CHANGE_MAX) onLarge();
  const pieces: LabelProduct[] = [];
  for (let start = 0; start < ids.length; start += PRODUCTS_PER_READ) {
    const piece = await inRead(ctx, (ctx) => loadLabelProducts(ctx, ids.slice(start, start + PRODUCTS_PER_READ)));
    if (ids.length > QUICK_CHANGE_MAX) shop.putProducts(piece);
    else pieces.push(...piece);
  }
  // In one step, so that nobody sees new prices under old offers.
  shop.putProducts(pieces);
  shop.replaceOwn(own);
  shop.seq = seq;
}

async function readSeq(ctx: InTx<ShopContext>): Promise<number | null> {
  const row = await ctx.tx.shop.findUnique({ where: { id: ctx.shopId }, select: { changeSeq: true } });
  return row ? Number(row.changeSeq) : null;
}

async function changedIds(ctx: InTx<ShopContext>, since: number): Promise<string[]> {
  const rows = await ctx.tx.$queryRaw<{ id: string }[]>`
    SELECT id FROM product WHERE shop_id = ${ctx.shopId} AND change_seq > ${since}
    UNION SELECT product_id FROM sku WHERE shop_id = ${ctx.shopId} AND change_seq > ${since} ORDER BY id`;
  return rows.map(({ id }) => id);
}
