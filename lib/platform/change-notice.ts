import type { InTx } from "./context";
import { DomainError } from "./errors";
import { addJob } from "./jobs";
import { processWide } from "./process-wide";
import { hasCode } from "./transaction";

export const CHANGE_CHANNEL = "yuefu_change";

/** So long somebody who edits waits for an import that is being stored, and so long one import for another. */
const EDIT_WAIT_MS = 4_000;
export const IMPORT_WAIT_MS = 1_800_000;
const LOCK_NOT_AVAILABLE = new Set(["55P03"]);

export interface Change {
  /** null: something that every shop reads (rate card, policy, template) */
  shopId: string | null;
  /** of the shop's offers and what else is its own; 0: these did not change */
  seq: number;
  /** of the shop's products; 0: these did not change */
  catalogSeq: number;
}

type Listener = (change: Change) => Promise<void>;

const listeners = () => processWide("change-listeners", () => new Set<Listener>());

/** Whoever compiles from stored facts registers here; a write in this process waits for it, other processes hear by NOTIFY. */
export function onChange(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}

/**
 * Call in every transaction that touches what labels are made of besides products. Takes the shop's next change number, which
 * orders the shop's changes by their commits (the row stays locked until then), and tells everybody after the commit.
 */
export async function noteShopChange(ctx: InTx & { shopId: string }): Promise<number> {
  const rows = await ctx.tx.$queryRaw<{ change_seq: bigint }[]>`UPDATE shop SET change_seq = change_seq + 1 WHERE id = ${ctx.shopId} RETURNING change_seq`;
  const seq = Number(rows[0]!.change_seq);
  await tell(ctx, { shopId: ctx.shopId, seq, catalogSeq: 0 });
  return seq;
}

/**
 * The same for products, in numbers of their own: an import keeps them for as long as it stores, and whoever stops labels or
 * publishes an offer must not wait for it. Who edits a product meanwhile is told so after a short wait.
 */
export async function noteProductChange(ctx: InTx & { shopId: string }, { waitMs = EDIT_WAIT_MS }: { waitMs?: number } = {}): Promise<number> {
  const before = await ctx.tx.$queryRaw<{ statement: string }[]>`SELECT current_setting('statement_timeout') AS statement`;
  await ctx.tx.$queryRaw`SELECT set_config('lock_timeout', ${`${waitMs}ms`}, true), set_config('statement_timeout', ${`${waitMs * 2}ms`}, true)`;
  try {
    const rows = await ctx.tx.$queryRaw<{ seq: bigint }[]>`
      INSERT INTO catalog_change AS c (shop_id, seq) VALUES (${ctx.shopId}, 1) ON CONFLICT (shop_id) DO UPDATE SET seq = c.seq + 1 RETURNING seq`;
    await ctx.tx.$queryRaw`SELECT set_config('lock_timeout', '0', true), set_config('statement_timeout', ${before[0]!.statement}, true)`;
    const catalogSeq = Number(rows[0]!.seq);
    await tell(ctx, { shopId: ctx.shopId, seq: 0, catalogSeq });
    return catalogSeq;
  } catch (error) {
    if (hasCode(error, LOCK_NOT_AVAILABLE)) throw new DomainError("import_running");
    throw error;
  }
}

export async function catalogSeqOf(ctx: InTx & { shopId: string }): Promise<number> {
  const row = await ctx.tx.catalogChange.findUnique({ where: { shopId: ctx.shopId } });
  return Number(row?.seq ?? 0);
}

/** The same for what every shop reads; what begins today may take labels down today, so every shop's are looked at. */
export async function notePlatformChange(ctx: InTx): Promise<void> {
  await addJob(ctx, "watch-all-labels", {}, { key: "watch-all-labels:now" });
  await tell(ctx, { shopId: null, seq: 0, catalogSeq: 0 });
}

async function tell(ctx: InTx, change: Change): Promise<void> {
  await ctx.tx.$queryRaw`SELECT pg_notify(${CHANGE_CHANNEL}, ${JSON.stringify(change)})::text`;
  ctx.afterCommit.push(async () => {
    for (const listener of listeners()) await listener(change);
  });
}
