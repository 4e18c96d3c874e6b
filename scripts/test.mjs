#!/usr/bin/env node
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { buildIfChanged } from "./setup/build-if-changed.mjs";
import { findBrowser } from "./setup/find-browser.mjs";
import { generateClient } from "./setup/generate-client.mjs";
import { installDependencies } from "./setup/install-dependencies.mjs";
import { requestAcrossStop } from "./setup/request-across-stop.mjs";
import { onStop } from "./setup/on-stop.mjs";
import { step } from "./setup/progress.mjs";
import { requireNode } from "./setup/require-node.mjs";
import { run } from "./setup/run-command.mjs";
import { runPrisma } from "./setup/run-prisma.mjs";
import { freePort, runServer } from "./setup/run-server.mjs";
import { seedDemo } from "./setup/seed-demo.mjs";
import { serverEnvironment } from "./setup/server-environment.mjs";
import { copyTemplate, startTestCluster } from "./setup/test-cluster.mjs";
import { playwrightCounts, vitestCounts } from "./setup/test-report.mjs";

const scratch = mkdtempSync(path.join(os.tmpdir(), "yuefu-test-run-"));
// The tests share nothing with the demo: not its database, not its secrets.
process.env.YUEFU_DATA_DIR = scratch;
for (const name of ["DATABASE_URL", "APP_DATABASE_URL", "AUTH_SECRET", "NEXTAUTH_URL"]) delete process.env[name];

const total = { passed: 0, failed: 0 };
let cluster;
let server;
let isStopping = false;

onStop(stop);

if (await check("Packages", (report) => { requireNode(); return installDependencies(report); })) await everything();
if (!isStopping) await stop(total.failed === 0 ? 0 : 1, `${total.passed} passed, ${total.failed} failed`);

async function everything() {
  const hasClient = await check("Database client", generateClient);
  if (hasClient) {
    await check("Types", async (report) => {
      await node(["node_modules/next/dist/bin/next", "typegen"], { onLine: report });
      await node(["node_modules/typescript/bin/tsc", "--noEmit", "-p", "."], { onLine: report });
    });
  }
  await check("Lint", (report) => node(["node_modules/eslint/bin/eslint.js", ".", "--max-warnings", "0"], { onLine: report }));
  await check("Imports", (report) =>
    node(["node_modules/dependency-cruiser/bin/dependency-cruise.mjs", "app", "components", "lib", "server", "server.ts", "scripts", "--output-type", "err"], { onLine: report }),
  );
  await tests("Unit tests", vitestCounts, (file, report) => vitest("unit", file, report));

  const hasCluster = await check("PostgreSQL of the tests", async () => {
    const { stop: stopCluster, ...address } = await startTestCluster();
    cluster = { address, stop: stopCluster };
  });
  if (hasCluster) {
    await check("Migrations make the schema", migrationsMakeTheSchema);
    await tests("Integration tests", vitestCounts, (file, report) => vitest("integration", file, report, { YUEFU_TEST_CLUSTER: JSON.stringify(cluster.address) }));
  } else fail("Integration tests", "there is no PostgreSQL");

  const isBuilt = await check("Production build", async (report) => buildIfChanged(await environment("yuefu_build", 0), report));
  if (!isBuilt || !hasCluster) return fail("End-to-end tests", "there is no build to test");
  let browser;
  const hasBrowser = await check("Browser", async (report) => {
    browser = await findBrowser(report);
    return { note: browser };
  });
  if (!hasBrowser) return fail("End-to-end tests", "there is no browser");
  await endToEnd(browser);
}

async function migrationsMakeTheSchema(report) {
  const { databaseUrl } = await copyTemplate(cluster.address, "yuefu_schema");
  await runPrisma(["validate"], { DATABASE_URL: databaseUrl }, report);
  const { stdout } = await runPrisma(["migrate", "diff", "--from-config-datasource", "--to-schema", "prisma", "--script"], { DATABASE_URL: databaseUrl }, report);
  const statements = stdout.split("\n").filter((line) => line.trim() && !line.startsWith("--") && !line.startsWith("Loaded Prisma config"));
  if (statements.length > 0) throw new Error(`The migrations do not make the schema; this is missing:\n${statements.join("\n")}`);
}

async function endToEnd(browser) {
  const log = path.join(scratch, "server.log");
  const isServed = await check("Production server with the demo cast", async (report) => {
    const env = await environment("yuefu_e2e", await freePort("127.0.0.1", 0));
    await seedDemo(env, report);
    server = await runServer({ ...env, RATE_LIMIT_SCALE: "100" }, { logFile: log });
    return { note: server.url };
  });
  if (!isServed) return fail("End-to-end tests", `the server does not run\n${logOf(log)}`);
  await tests("End-to-end tests", playwrightCounts, (file, report) =>
    node(["node_modules/@playwright/test/cli.js", "test", "--reporter=list,json"], {
      onLine: report,
      env: { BASE_URL: server.url, CHROMIUM_PATH: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    }),
  );
  await check("The server finishes what is in flight, stops, and has logged no error", async () => {
    const status = await requestAcrossStop(`${server.url}/api/v1/labels/batch`, server.stop);
    if (status >= 500) throw new Error(`A request in flight was answered with ${status}.`);
    const errors = logOf(log).split("\n").filter((line) => /"level":(50|60)/.test(line) || (line && !line.startsWith("{") && /error/i.test(line)));
    if (errors.length > 0) throw new Error(errors.join("\n"));
    const reason = await server.ended;
    if (reason !== 0) throw new Error(`It ended with ${reason}.`);
  });
}

async function environment(database, port) {
  const urls = cluster ? await copyTemplate(cluster.address, database) : { databaseUrl: "postgresql://none@127.0.0.1:1/none", appDatabaseUrl: "postgresql://none@127.0.0.1:1/none" };
  return serverEnvironment({ ...urls, host: "127.0.0.1", port: port || 3000 });
}

function vitest(project, file, report, env = {}) {
  return node(["node_modules/vitest/vitest.mjs", "run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`], {
    onLine: report,
    env: { NODE_ENV: "test", ...env },
  });
}

function node(args, options) {
  return run(process.execPath, args, { ...options, env: { FORCE_COLOR: "0", NEXT_TELEMETRY_DISABLED: "1", ...options.env } });
}

/** A step that counts as one: true when it passed. */
async function check(title, work) {
  if (isStopping) return false;
  try {
    await step(title, work);
    total.passed += 1;
    return true;
  } catch (error) {
    show(error);
    total.failed += 1;
    return false;
  }
}

/** A step that counts as many as it has tests. */
async function tests(title, countsOf, work) {
  if (isStopping) return;
  const file = path.join(scratch, `${title.replaceAll(" ", "-").toLowerCase()}.json`);
  let failure;
  await step(title, async (report) => {
    try {
      await work(file, report);
    } catch (error) {
      failure = error;
    }
    const counts = countsOf(file);
    if (failure && counts.failed === 0) counts.failed = 1;
    total.passed += counts.passed;
    total.failed += counts.failed;
    return { note: `${counts.passed} passed, ${counts.failed} failed` };
  });
  if (failure) show(failure);
}

function fail(title, reason) {
  if (isStopping) return;
  console.log(`✗ ${title}: ${reason}`);
  total.failed += 1;
}

function show(error) {
  if (isStopping) return;
  console.log(`${error.output ? `${error.output.trimEnd()}\n` : ""}${error.message}\n`);
}

function logOf(file) {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    return error.code === "ENOENT" ? "" : String(error);
  }
}

async function stop(code, lastLine) {
  if (isStopping) return;
  isStopping = true;
  await server?.stop();
  await cluster?.stop();
  rmSync(scratch, { recursive: true, force: true });
  if (lastLine) console.log(lastLine);
  process.exit(code);
}
