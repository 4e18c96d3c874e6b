import type { Context, InTx } from "./context";
import { database, type Tx } from "./db";
import { DomainError } from "./errors";

const ATTEMPTS_MAX = 4;
const TRANSACTION_TIMEOUT_MS = 120_000;
const RETRYABLE = new Set(["40001", "40P01", "P2034"]);
/** A NUL, or in a JSON column half of a character: text that PostgreSQL cannot hold. */
const UNSTORABLE = new Set(["22021", "22P05"]);

export interface TransactionOptions {
  timeoutMs?: number;
  /** whose connections are used; left out: those of the process */
  client?: ReturnType<typeof database>["prisma"];
}

/**
 * Runs `work` in one transaction that sees only what the actor may see. Re-uses an open one.
 * Serialization conflicts and deadlocks are retried here, a bounded number of times, and nowhere else.
 */
export async function inTransaction<C extends Context, T>(ctx: C, work: (ctx: InTx<C>) => Promise<T>, { timeoutMs = TRANSACTION_TIMEOUT_MS, client = database().prisma }: TransactionOptions = {}): Promise<T> {
  if (ctx.tx) return work(ctx as InTx<C>);
  for (let attempt = 1; ; attempt++) {
    const afterCommit: (() => Promise<void>)[] = [];
    try {
      const result = await client.$transaction(
        async (tx: Tx) => {
          await tx.$queryRaw`SELECT set_config('app.scope', ${ctx.scope}, true), set_config('app.shop_id', ${ctx.shopId ?? ""}, true), set_config('app.user_id', ${ctx.actor.id ?? ""}, true)`;
          return work({ ...ctx, tx, afterCommit });
        },
        { timeout: timeoutMs, maxWait: TRANSACTION_TIMEOUT_MS },
      );
      for (const run of afterCommit) await run();
      return result;
    } catch (error) {
      if (hasCode(error, UNSTORABLE)) throw new DomainError("malformed");
      if (attempt >= ATTEMPTS_MAX || !hasCode(error, RETRYABLE)) throw error;
    }
  }
}

/** Reads go the same way: one transaction, one snapshot of who asks. */
export const inRead = inTransaction;

export function hasCode(error: unknown, codes: ReadonlySet<string>): boolean {
  for (let cause: unknown = error, depth = 0; cause instanceof Object && depth < 5; depth++) {
    if ("code" in cause && codes.has(String(cause.code))) return true;
    if ("originalCode" in cause && codes.has(String(cause.originalCode))) return true;
    cause = "cause" in cause ? cause.cause : driverErrorOf(cause);
  }
  return false;
}

/** The ORM keeps what the driver said, with the code of PostgreSQL, beside its own error. */
function driverErrorOf(error: object): unknown {
  const { meta } = error as { meta?: { driverAdapterError?: unknown } };
  return meta?.driverAdapterError;
}
