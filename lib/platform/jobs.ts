import type { InTx } from "./context";

/** What runs in the background. Payloads are plain JSON. */
export interface Jobs {
  "watch-labels": { shopId: string };
  "watch-all-labels": Record<string, never>;
}

/** Queues a job in the caller's transaction: it exists if and only if the write does. Jobs with the same key replace one another. */
export async function addJob<N extends keyof Jobs>(ctx: InTx, name: N, payload: Jobs[N], options: { runAt?: Date; key: string }): Promise<void> {
  await ctx.tx.$queryRaw`SELECT graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, run_at := ${options.runAt ?? null}::timestamptz, job_key := ${options.key}, max_attempts := 8)::text`;
}
