import { can, requirePermission } from "@/lib/access/require-permission";
import type { Fen } from "@/lib/money/fen";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { toFen, toFenOrNull } from "@/lib/platform/fen-column";
import { inRead } from "@/lib/platform/transaction";

const PAGE_SIZE = 50;

export interface PriceRecord {
  id: string;
  skuId: string;
  code: string;
  name: string;
  cashPriceFen: Fen;
  installmentPriceFen: Fen;
  listPriceFen: Fen | null;
  inStock: boolean;
  removed: boolean;
  /** shoppers saw this from here … */
  from: string;
  /** … until here; null: they still do */
  until: string | null;
  /** who set it, for whoever may read the audit trail and where it was a person */
  setBy: { name: string; byImport: boolean } | null;
}

export interface PriceHistory {
  records: PriceRecord[];
  next: string | null;
}

/** What shoppers were asked to pay and when, newest first. Changes of what is not shown to them (order, cost price) make no record of their own. */
export async function listPriceHistory(ctx: ShopContext, productId: string, { before }: { before?: string } = {}): Promise<PriceHistory> {
  requirePermission(ctx, "product:view");
  const beforeId = before !== undefined && /^\d{1,18}$/.test(before) ? BigInt(before) : null;
  return inRead(ctx, async (ctx) => {
    const rows = await ctx.tx.$queryRaw<StoredRecord[]>`
      WITH steps AS (
        SELECT v.*, (v.cash_price_fen, v.installment_price_fen, v.list_price_fen, v.in_stock, v.removed, v.name) IS DISTINCT FROM (
          lag(v.cash_price_fen) OVER w, lag(v.installment_price_fen) OVER w, lag(v.list_price_fen) OVER w, lag(v.in_stock) OVER w, lag(v.removed) OVER w, lag(v.name) OVER w) AS is_new
        FROM sku_version v WHERE v.shop_id = ${ctx.shopId} AND v.product_id = ${productId} WINDOW w AS (PARTITION BY v.sku_id ORDER BY v.valid_from, v.id)
      ), spans AS (
        SELECT *, lead(valid_from) OVER (PARTITION BY sku_id ORDER BY valid_from, id) AS valid_until FROM steps WHERE is_new
      )
      SELECT id, sku_id, code, name, cash_price_fen, installment_price_fen, list_price_fen, in_stock, removed, valid_from, valid_until
      FROM spans WHERE ${beforeId}::bigint IS NULL OR id < ${beforeId}::bigint ORDER BY id DESC LIMIT ${PAGE_SIZE + 1}::int`;
    const page = rows.slice(0, PAGE_SIZE);
    const authors = await findAuthors(ctx, productId, page);
    return {
      records: page.map((row) => ({
        id: String(row.id),
        skuId: row.sku_id,
        code: row.code,
        name: row.name,
        cashPriceFen: toFen(row.cash_price_fen),
        installmentPriceFen: toFen(row.installment_price_fen),
        listPriceFen: toFenOrNull(row.list_price_fen),
        inStock: row.in_stock,
        removed: row.removed,
        from: row.valid_from.toISOString(),
        until: row.valid_until?.toISOString() ?? null,
        setBy: authors.get(row.valid_from.getTime()) ?? null,
      })),
      next: rows.length > PAGE_SIZE ? String(page.at(-1)!.id) : null,
    };
  });
}

interface StoredRecord {
  id: bigint;
  sku_id: string;
  code: string;
  name: string;
  cash_price_fen: bigint;
  installment_price_fen: bigint;
  list_price_fen: bigint | null;
  in_stock: boolean;
  removed: boolean;
  valid_from: Date;
  valid_until: Date | null;
}

/** Writes stop their clock, so a price and the audit row of the write share one instant. */
async function findAuthors(ctx: InTx<ShopContext>, productId: string, rows: readonly StoredRecord[]) {
  const authors = new Map<number, { name: string; byImport: boolean }>();
  if (!can(ctx, "audit:view") || rows.length === 0) return authors;
  const entries = await ctx.tx.auditEntry.findMany({
    where: {
      shopId: ctx.shopId,
      at: { in: rows.map((row) => row.valid_from) },
      OR: [{ subject: `product:${productId}` }, { action: "import.committed" }],
    },
    select: { at: true, actorName: true, action: true },
    take: PAGE_SIZE * 2,
  });
  for (const entry of entries) authors.set(entry.at.getTime(), { name: entry.actorName, byImport: entry.action === "import.committed" });
  return authors;
}
