import type { InTx } from "./context";

/** What runs in the background. Payloads are plain JSON. */
export interface Jobs {
  "watch-labels": { shopId: string };
  "watch-all-labels": Record<string, never>;
  "run-import": { shopId: string; importId: string; attempt: number };
  "read-poster": { shopId: string; pictureId: string };
}

export interface JobOptions {
  runAt?: Date;
  /** jobs with the same key replace one another */
  key: string;
  /** jobs of one queue run one after the other */
  queue?: string;
}

/** Queues a job in the caller's transaction: it exists if and only if the write does. */
export async function addJob<N extends keyof Jobs>(ctx: InTx, name: N, payload: Jobs[N], { runAt, key, queue }: JobOptions): Promise<void> {
  await ctx.tx.$queryRaw`SELECT graphile_worker.add_job(${name}, payload := ${JSON.stringify(payload)}::json, queue_name := ${queue ?? null}, run_at := ${runAt ?? null}::timestamptz, job_key := ${key}, max_attempts := 8)::text`;
}
