import path from "node:path";
import { freePort, runServer } from "../scripts/setup/run-server.mjs";
import { serverEnvironment } from "../scripts/setup/server-environment.mjs";
import type { BenchDatabase } from "./bench-database";

/** The production server on the database of the run; its log lies in `folder`. */
export async function startBenchServer({ databaseUrl, appDatabaseUrl }: BenchDatabase, folder: string) {
  const port = await freePort("127.0.0.1", 0);
  const environment = { ...serverEnvironment({ databaseUrl, appDatabaseUrl, host: "127.0.0.1", port }), RATE_LIMIT_SCALE: "1000000", LOG_LEVEL: "warn" };
  return { port, environment, ...(await runServer(environment, { logFile: path.join(folder, "server.log") })) };
}
