#!/usr/bin/env node
import { buildIfChanged } from "./setup/build-if-changed.mjs";
import { openDatabase, prepareDatabase } from "./setup/database.mjs";
import { generateClient } from "./setup/generate-client.mjs";
import { installDependencies } from "./setup/install-dependencies.mjs";
import { onStop } from "./setup/on-stop.mjs";
import { step } from "./setup/progress.mjs";
import { requireNode } from "./setup/require-node.mjs";
import { freePort, runServer } from "./setup/run-server.mjs";
import { seedDemo } from "./setup/seed-demo.mjs";
import { serverEnvironment } from "./setup/server-environment.mjs";

const isDevelopment = process.argv.includes("--dev");
const host = process.env.HOST || "127.0.0.1";
const port = Number(process.env.PORT || 3000);
let database;
let server;
let isStopping = false;

onStop(stop);

try {
  await start();
} catch (error) {
  // Ctrl-C also ends the step that runs, and that is no failure.
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
  const { env } = await step("Database", async () => {
    database = await openDatabase();
    const { applied, appDatabaseUrl } = await prepareDatabase(database);
    const note = applied.length > 0 ? `${database.note}; migrations applied: ${applied.length}` : database.note;
    return { note, env: serverEnvironment({ databaseUrl: database.databaseUrl, appDatabaseUrl, host, port, isDevelopment }) };
  });
  const { logins } = await step("Demo cast", (report) => seedDemo(env, report));
  if (!isDevelopment) await step("Pages", (report) => buildIfChanged(env, report));
  server = await step("Server", () => runServer(env, { isDevelopment }));
  void server.ended.then((reason) => {
    if (!isStopping) console.error(`The server ended (${reason}).`);
    return stop(typeof reason === "number" ? reason || 1 : 1);
  });
  console.log(`\nYuefu Workbench 月付工作台  ${server.url}\n\n${logins}\n\nStop with Ctrl-C.\n`);
}

async function stop(code) {
  if (isStopping) return;
  isStopping = true;
  await server?.stop();
  await database?.close();
  process.exit(code);
}

/** Asked first, because a first start spends minutes before it would find out. */
async function requireFreePort() {
  try {
    await freePort(host, port);
  } catch (error) {
    if (error.code === "EADDRINUSE") throw new Error(`Port ${port} is in use. With another one: PORT=${port + 1} npm start`);
    throw error;
  }
}
