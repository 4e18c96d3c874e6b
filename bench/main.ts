import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildIfChanged } from "../scripts/setup/build-if-changed.mjs";
import { onStop } from "../scripts/setup/on-stop.mjs";
import { step } from "../scripts/setup/progress.mjs";
import { serverEnvironment } from "../scripts/setup/server-environment.mjs";
import { copyTemplate, startTestCluster } from "../scripts/setup/test-cluster.mjs";
import { closeBenchDatabase } from "./bench-database";
import type { BenchRow } from "./bench-row";
import { SUITES } from "./suites";

type Report = (text: string) => void;

const NO_DATABASE = "postgresql://none@127.0.0.1:1/none";

// The run shares nothing with the demo: not its database, not its secrets.
const scratch = mkdtempSync(path.join(os.tmpdir(), "yuefu-bench-"));
process.env.YUEFU_DATA_DIR = scratch;
for (const name of ["DATABASE_URL", "APP_DATABASE_URL", "AUTH_SECRET", "NEXTAUTH_URL"]) delete process.env[name];

let cluster: Awaited<ReturnType<typeof startTestCluster>> | undefined;
let isStopping = false;
onStop(stop);

try {
  await measure(process.argv.slice(2));
  await stop(0);
} catch (error) {
  if (!isStopping) console.error(error);
  await stop(1);
}

async function measure(names: string[]): Promise<void> {
  const unknown = names.filter((name) => !SUITES.some((suite) => suite.name === name));
  if (unknown.length > 0) throw new Error(`There is no suite ${unknown.join(", ")}. There are: ${SUITES.map(({ name }) => name).join(", ")}.`);
  const suites = SUITES.filter(({ name }) => names.length === 0 || names.includes(name));
  if (suites.some(({ needsBuild }) => needsBuild)) {
    await step("Production build", (report: Report) => buildIfChanged(serverEnvironment({ databaseUrl: NO_DATABASE, appDatabaseUrl: NO_DATABASE, host: "127.0.0.1", port: 3000 }), report));
  }
  if (suites.some(({ needsDatabase }) => needsDatabase)) cluster = await step("PostgreSQL", startTestCluster);
  const rows: BenchRow[] = [];
  for (const suite of suites) {
    rows.push(...(await step(suite.name, (report: Report) => suite.run({ report, createDatabase }))));
  }
  console.log(`\n${machine()}\n\n${table(rows)}\n\n${notes(rows)}`);
}

function createDatabase(name: string): Promise<{ databaseUrl: string; appDatabaseUrl: string }> {
  if (!cluster) throw new Error("The suite does not say that it needs a database");
  return copyTemplate(cluster, name);
}

function machine(): string {
  const [{ model } = { model: "unknown processor" }] = os.cpus();
  const commit = execFileSync("git", ["rev-parse", "--short", "HEAD"], { encoding: "utf8" }).trim();
  return `${new Date().toISOString().slice(0, 10)} · ${model} · ${os.cpus().length} cores · ${Math.round(os.totalmem() / 2 ** 30)} GiB · ${os.type()} ${os.release()} · Node ${process.versions.node} · ${commit}`;
}

function table(rows: readonly BenchRow[]): string {
  const lines = rows.map(({ path: what, against, goal, measured, isReached }) => `| ${what} | ${against} | ${goal} | ${measured} | ${isReached ? "yes" : "no"} |`);
  return ["| path | against | goal | measured: median (lowest–highest) | reached |", "|---|---|---|---|---|", ...lines].join("\n");
}

function notes(rows: readonly BenchRow[]): string {
  return rows.flatMap(({ path: what, notes: texts }) => texts.map((text) => `- ${what}: ${text}`)).join("\n");
}

async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await closeBenchDatabase();
  await cluster?.stop();
  rmSync(scratch, { recursive: true, force: true });
  process.exit(code);
}
