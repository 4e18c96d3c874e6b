import { Logger, run, type TaskList } from "graphile-worker";
import { env } from "./env";
import { log } from "./log";

const POLL_MS = 2_000;
/** So that a long import keeps neither labels nor small imports waiting. */
const CONCURRENCY = 3;

/** Runs the background jobs of this process until it is stopped; what is running then is finished first. */
export async function startJobWorker({ tasks, crontab }: { tasks: TaskList; crontab: string }): Promise<{ stop(): Promise<void> }> {
  const runner = await run({
    connectionString: env().APP_DATABASE_URL,
    concurrency: CONCURRENCY,
    pollInterval: POLL_MS,
    noHandleSignals: true,
    crontab,
    taskList: tasks,
    logger: new Logger(({ jobId, taskIdentifier }) => (level, message) => log[level === "warning" ? "warn" : level === "info" ? "debug" : level]({ jobId, taskIdentifier }, message)),
  });
  return { stop: () => runner.stop() };
}
