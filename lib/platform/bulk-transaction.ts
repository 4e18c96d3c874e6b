import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import { PrismaClient } from "@/generated/prisma/client";
import type { Context, InTx } from "./context";
import { connectionConfig } from "./db";
import { inTransaction } from "./transaction";

/** A plain connection inside the transaction of the context: for COPY and for what is too much to go through the ORM, which remembers its last hundred statements whole. */
export type Connection = Pick<pg.ClientBase, "query">;

/** Like inTransaction, on a connection of its own that the work may also use directly. One statement at a time, whoever makes it. */
export async function inBulkTransaction<C extends Context, T>(ctx: C, work: (ctx: InTx<C>, connection: Connection) => Promise<T>, { timeoutMs }: { timeoutMs: number }): Promise<T> {
  const pool = new pg.Pool({ ...connectionConfig(), max: 1 });
  let held: pg.PoolClient | undefined;
  pool.on("acquire", (connection) => (held = connection));
  const client = new PrismaClient({ adapter: new PrismaPg(pool) });
  try {
    return await inTransaction(ctx, (ctx) => work(ctx, held!), { timeoutMs, client });
  } finally {
    await client.$disconnect();
    await pool.end();
  }
}

/** A transaction of plain statements that sees what the actor may see: for reading much. */
export async function inPlainRead<T>(ctx: Context, pool: pg.Pool, work: (connection: pg.PoolClient) => Promise<T>): Promise<T> {
  const connection = await pool.connect();
  try {
    await connection.query("BEGIN READ ONLY");
    await connection.query("SELECT set_config('app.scope', $1, true), set_config('app.shop_id', $2, true), set_config('app.user_id', $3, true)", [ctx.scope, ctx.shopId ?? "", ctx.actor.id ?? ""]);
    const result = await work(connection);
    await connection.query("COMMIT");
    connection.release();
    return result;
  } catch (error) {
    // The connection may be in any state: it is not used again.
    connection.release(true);
    throw error;
  }
}
