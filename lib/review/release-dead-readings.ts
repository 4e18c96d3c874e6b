import type { SystemContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";

/** A reading ends within two minutes, whatever happens; a job that is held longer is of a process that died. */
const HELD_SECONDS_MAX = 180;

/** Gives back the readings that a dead process held, and the queue that it blocked: both are begun again. */
export async function releaseDeadReadings(ctx: SystemContext): Promise<number> {
  return inTransaction(ctx, async ({ tx }) => {
    const held = await tx.$queryRaw<{ locked_by: string }[]>`
      SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE task_identifier = 'read-poster' AND locked_at < now() - make_interval(secs => ${HELD_SECONDS_MAX})`;
    const workers = held.map(({ locked_by }) => locked_by);
    if (workers.length > 0) await tx.$executeRaw`SELECT graphile_worker.force_unlock_workers(${workers}::text[])`;
    return workers.length;
  });
}
