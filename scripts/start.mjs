#!/usr/bin/env node
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { buildIfChanged } from "./setup/build-if-changed.mjs";
import { rootFolder } from "./setup/data-folder.mjs";
import { openDatabase, prepareDatabase } from "./setup/database.mjs";
import { generateClient } from "./setup/generate-client.mjs";
import { installDependencies } from "./setup/install-dependencies.mjs";
import { requireNode } from "./setup/require-node.mjs";
import { seedDemo } from "./setup/seed-demo.mjs";
import { serverEnvironment } from "./setup/server-environment.mjs";
import { step } from "./setup/progress.mjs";

const readyWaitMs = 120_000;
const serverStopWaitMs = 20_000;

const isDevelopment = process.argv.includes("--dev");
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);
let database;
let server;
let isStopping = false;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void stop(signal === "SIGINT" ? 130 : 143));

try {
  await start();
} catch (error) {
  if (!isStopping) {
    console.error(`\n${error.output ? `${error.output.trimEnd()}\n\n` : ""}${error.message}`);
    await stop(1);
  }
}

async function start() {
  requireNode();
  await requireFreePort();
  await step("Packages", installDependencies);
  await step("Database client", generateClient);
  const env = await step("Database", async () => {
    database = await openDatabase();
    const { applied, appDatabaseUrl } = await prepareDatabase(database);
    const note = `${database.note}${applied.length > 0 ? `; migrations applied: ${applied.length}` : ""}`;
    return { note, ...serverEnvironment({ databaseUrl: database.databaseUrl, appDatabaseUrl, host, port, isDevelopment }) };
  });
  delete env.note;
  const { logins } = await step("Demo cast", (report) => seedDemo(env, report));
  if (!isDevelopment) await step("Pages", (report) => buildIfChanged(env, report));
  await step("Server", () => serve(env));
  console.log(`\nYuefu Workbench 月付工作台  ${address()}\n\n${logins}\n\nStop with Ctrl-C.\n`);
}

async function serve(env) {
  const args = isDevelopment ? ["node_modules/tsx/dist/cli.mjs", "watch", "--clear-screen=false", "server.ts"] : ["--import", "tsx", "server.ts"];
  // The channel tells the server when this process is gone, even by kill -9.
  server = spawn(process.execPath, args, { cwd: rootFolder, env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit", "ipc"] });
  let ended;
  server.on("exit", (code, signal) => {
    ended = code ?? signal;
    if (!isStopping) void stop(code ?? 1, `The server ended (${ended}).`);
  });
  for (let waitedMs = 0; waitedMs < readyWaitMs; waitedMs += 100) {
    if (ended !== undefined) throw new Error(`The server ended (${ended}) before it was ready.`);
    if (await answers("/readyz")) return;
    await sleep(100);
  }
  throw new Error("The server did not become ready.");
}

async function stop(code, message) {
  if (isStopping) return;
  isStopping = true;
  if (message) console.error(message);
  if (server && server.exitCode === null && server.signalCode === null) {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill("SIGTERM");
    await Promise.race([gone, sleep(serverStopWaitMs).then(() => server.kill("SIGKILL"))]);
  }
  if (database) await database.close();
  process.exit(code);
}

function address() {
  const shown = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  return `http://${shown.includes(":") ? `[${shown}]` : shown}:${port}`;
}

async function answers(path) {
  try {
    return (await fetch(`${address()}${path}`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false;
  }
}

/** Asked first, because a first start spends minutes before it would find out. */
async function requireFreePort() {
  await new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error) =>
      reject(error.code === "EADDRINUSE" ? new Error(`Port ${port} is in use. Another one: PORT=${port + 1} npm start`) : error),
    );
    probe.listen(port, host, () => probe.close(resolve));
  });
}
