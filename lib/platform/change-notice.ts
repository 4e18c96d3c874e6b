import type { InTx } from "./context";
import { addJob } from "./jobs";
import { processWide } from "./process-wide";

export const CHANGE_CHANNEL = "yuefu_change";

export interface Change {
  /** null: something that every shop reads (rate card, policy, template) */
  shopId: string | null;
  seq: number;
}

type Listener = (change: Change) => Promise<void>;

const listeners = () => processWide("change-listeners", () => new Set<Listener>());

/** Whoever compiles from stored facts registers here; a write in this process waits for it, other processes hear by NOTIFY. */
export function onChange(listener: Listener): () => void {
  listeners().add(listener);
  return () => listeners().delete(listener);
}

/**
 * Call in every transaction that touches what labels are made of. Takes the shop's next change number, which
 * orders the shop's changes by their commits (the row stays locked until then), and tells everybody after the commit.
 */
export async function noteShopChange(ctx: InTx & { shopId: string }): Promise<number> {
  const rows = await ctx.tx.$queryRaw<{ change_seq: bigint }[]>`UPDATE shop SET change_seq = change_seq + 1 WHERE id = ${ctx.shopId} RETURNING change_seq`;
  const seq = Number(rows[0]!.change_seq);
  await tell(ctx, { shopId: ctx.shopId, seq });
  return seq;
}

/** The same for what every shop reads; what begins today may take labels down today, so every shop's are looked at. */
export async function notePlatformChange(ctx: InTx): Promise<void> {
  await addJob(ctx, "watch-all-labels", {}, { key: "watch-all-labels:now" });
  await tell(ctx, { shopId: null, seq: 0 });
}

async function tell(ctx: InTx, change: Change): Promise<void> {
  await ctx.tx.$queryRaw`SELECT pg_notify(${CHANGE_CHANNEL}, ${JSON.stringify(change)})::text`;
  ctx.afterCommit.push(async () => {
    for (const listener of listeners()) await listener(change);
  });
}
