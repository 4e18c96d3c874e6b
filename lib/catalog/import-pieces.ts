import { open, rm } from "node:fs/promises";
import { inPlainRead, type Connection } from "@/lib/platform/bulk-transaction";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { database } from "@/lib/platform/db";
import { scratchPath } from "./scratch-file";

const PIECE_BYTES = 1_000_000;

/** Keeps an uploaded file in the database, so that whichever process does the work has it. */
export async function storePieces(ctx: InTx<ShopContext>, connection: Connection, importId: string, file: string): Promise<void> {
  const handle = await open(file, "r");
  const piece = Buffer.alloc(PIECE_BYTES);
  try {
    for (let number = 0; ; number++) {
      const { bytesRead } = await handle.read(piece, 0, PIECE_BYTES);
      if (bytesRead === 0) return;
      await connection.query("INSERT INTO product_import_piece (shop_id, import_id, number, bytes) VALUES ($1, $2, $3, $4)", [ctx.shopId, importId, number, piece.subarray(0, bytesRead)]);
    }
  } finally {
    await handle.close();
  }
}

/** Lays the file down for `work` and removes it afterwards, whatever happens. */
export async function withStoredFile<T>(ctx: ShopContext, importId: string, work: (file: string) => Promise<T>): Promise<T> {
  const file = scratchPath();
  try {
    await layDown(ctx, importId, file);
    return await work(file);
  } finally {
    await rm(file, { force: true });
  }
}

async function layDown(ctx: ShopContext, importId: string, file: string): Promise<void> {
  const handle = await open(file, "wx", 0o600);
  try {
    await inPlainRead(ctx, database().pool, async (connection) => {
      for (let number = 0; ; number++) {
        const { rows } = await connection.query<{ bytes: Buffer }>("SELECT bytes FROM product_import_piece WHERE shop_id = $1 AND import_id = $2 AND number = $3", [ctx.shopId, importId, number]);
        if (!rows[0]) return;
        await handle.writeFile(rows[0].bytes);
      }
    });
  } finally {
    await handle.close();
  }
}

export async function dropPieces(ctx: InTx<ShopContext>, importIds: readonly string[]): Promise<void> {
  await ctx.tx.productImportPiece.deleteMany({ where: { shopId: ctx.shopId, importId: { in: [...importIds] } } });
}
