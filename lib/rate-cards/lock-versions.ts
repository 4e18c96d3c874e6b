import type { InTx } from "@/lib/platform/context";

/** Who publishes the next version of a thing waits for who is publishing it now, and then sees that version. Held until the transaction ends. */
export async function lockVersions(ctx: InTx, thing: string): Promise<void> {
  await ctx.tx.$queryRaw`SELECT pg_advisory_xact_lock(hashtextextended(${thing}, 0))::text`;
}
