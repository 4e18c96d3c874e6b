import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { SHOPS } from "@/prisma/seed/cast";
import { freePort } from "../scripts/setup/run-server.mjs";
import { run } from "../scripts/setup/run-command.mjs";
import { openBenchDatabase } from "./bench-database";
import type { BenchSuite } from "./bench-row";
import { startBenchServer } from "./bench-server";
import { figure } from "./interleave";
import { compareLoad, CONNECTIONS } from "./load-comparison";
import { signedIn } from "./signed-in";

const GOAL = 0.5;
const ROUNDS = 8;
const REQUESTS = 200;
const MINIMAL = path.join(import.meta.dirname, "minimal-page");
const NEXT = path.resolve(import.meta.dirname, "../node_modules/next/dist/bin/next");

export const consolePage: BenchSuite = {
  name: "console",
  needsDatabase: true,
  needsBuild: true,
  run: async (environment) => {
    const { report } = environment;
    const database = await openBenchDatabase(environment);
    const folder = mkdtempSync(path.join(os.tmpdir(), "yuefu-bench-console-"));
    const server = await startBenchServer(database, folder);
    try {
      report("building the minimal page");
      const env = { ...process.env, ...server.environment, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1" };
      await run(process.execPath, [NEXT, "build", MINIMAL], { env });
      const minimal = await startMinimal(env);
      try {
        const headers = await signedIn(server.url, "owner");
        const sides = (requests: number) => ({
          ours: { port: server.port, paths: Array<string>(requests).fill(`/s/${SHOPS.tea.id}/offers`), headers },
          theirs: { port: minimal.port, paths: Array<string>(requests).fill("/"), headers },
        });
        report("warming up");
        await compareLoad(2, () => sides(REQUESTS));
        report("measuring");
        const { ratios, median, ours, theirs } = await compareLoad(ROUNDS, () => sides(REQUESTS));
        return [
          {
            path: "console page: the offers of a shop, signed in",
            against: "a minimal Next page with one read and the same providers",
            goal: `≥ ${GOAL} of its requests/s`,
            measured: `${figure(median)} (${figure(ratios[0]!)}–${figure(ratios.at(-1)!)})`,
            isReached: median >= GOAL,
            notes: [`${Math.round(ours)} against ${Math.round(theirs)} requests/s in the best rounds, ${CONNECTIONS} connections`],
          },
        ];
      } finally {
        minimal.stop();
      }
    } finally {
      await server.stop();
      for (const left of [folder, path.join(MINIMAL, ".next")]) rmSync(left, { recursive: true, force: true });
    }
  },
};

async function startMinimal(env: NodeJS.ProcessEnv): Promise<{ port: number; stop(): void }> {
  const port = await freePort("127.0.0.1", 0);
  const child = spawn(process.execPath, [NEXT, "start", MINIMAL, "-H", "127.0.0.1", "-p", String(port)], { cwd: path.resolve(import.meta.dirname, ".."), env, stdio: "ignore" });
  for (let waited = 0; waited < 200 && child.exitCode === null; waited++) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null);
    if (answer?.ok) return { port, stop: () => child.kill() };
    await sleep(100);
  }
  child.kill();
  throw new Error("The minimal page did not come up");
}
