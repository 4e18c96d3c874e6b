import { AsyncLocalStorage } from "node:async_hooks";
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

interface SharedRead<C extends Context = Context> {
  tx: Promise<InTx<C>>;
  /** settles when every read so far has ended */
  tail: Promise<unknown>;
  readers: number;
  end(): void;
  ended: Promise<void>;
}

const ABORTED = new Set(["25P02"]);
const sharedReads = new WeakMap<Context, SharedRead>();
/** The shared read that is running here: what asks within it does not wait for its end. */
const running = new AsyncLocalStorage<SharedRead>();

/**
 * Reads go the same way. Those of one context that overlap, such as the parts of one page, follow each other in one transaction:
 * opening one for each took longer than the reads themselves. Where one fails, those behind it run in a transaction of their own.
 */
export async function inRead<C extends Context, T>(ctx: C, work: (ctx: InTx<C>) => Promise<T>): Promise<T> {
  if (ctx.tx) return work(ctx as InTx<C>);
  const shared = (sharedReads.get(ctx) ?? shareRead(ctx)) as SharedRead<C>;
  if (running.getStore() === shared) return work(await shared.tx);
  shared.readers++;
  const result = shared.tail.then(async () => {
    const inner = await shared.tx;
    return running.run(shared, () => work(inner));
  });
  shared.tail = result.catch(() => undefined);
  try {
    return await result;
  } catch (error) {
    // Nobody else joins a transaction that may be aborted.
    if (sharedReads.get(ctx) === shared) sharedReads.delete(ctx);
    if (hasCode(error, ABORTED)) return await inTransaction(ctx, work);
    if (hasCode(error, UNSTORABLE)) throw new DomainError("malformed");
    throw error;
  } finally {
    if (--shared.readers === 0) {
      if (sharedReads.get(ctx) === shared) sharedReads.delete(ctx);
      shared.end();
      await shared.ended;
    }
  }
}

function shareRead<C extends Context>(ctx: C): SharedRead {
  let begun: (tx: InTx<C>) => void;
  let failed: (error: unknown) => void;
  let end = () => {};
  const tx = new Promise<InTx<C>>((resolve, reject) => ([begun, failed] = [resolve, reject]));
  const isDone = new Promise<void>((resolve) => (end = resolve));
  // Where it cannot begin, the reads say so; an end that fails takes nothing from what was read.
  const ended = inTransaction(ctx, (inner) => {
    begun(inner);
    return isDone;
  }).catch((error: unknown) => failed(error));
  const shared: SharedRead = { tx, tail: Promise.resolve(), readers: 0, end, ended };
  sharedReads.set(ctx, shared);
  return shared;
}

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
