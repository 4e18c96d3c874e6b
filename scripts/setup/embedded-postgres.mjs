import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chownSync, closeSync, existsSync, mkdirSync, openSync, readFileSync, rmSync, unlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureFolder, readJson, writeJson } from "./data-folder.mjs";
import { postgresHome } from "./postgres-home.mjs";

const ownerName = "yuefu_owner";
const startAttemptsMax = 5;
const startWaitMs = 20_000;
const stopWaitMs = 15_000;

/** Starts the cluster of a data folder, or finds it running: { folder, port, ownerUrl(database), isOutside }. */
export async function startCluster(data, { durable = true } = {}) {
  const home = postgresHome(data);
  const settings = await createdCluster(data, home);
  if (await isOurs(settings)) return describe(settings, home);

  for (let attempt = 1; attempt <= startAttemptsMax; attempt += 1) {
    settings.port = await freePort(settings.port);
    writeJson("cluster.json", settings, data);
    if (await launched(data, home, settings, durable)) return describe(settings, home);
    // After a crash the old children can hold shared memory for a moment.
    await sleep(500);
  }
  throw new Error(`PostgreSQL did not start. The last lines of ${logFile(data)}:\n${lastLines(logFile(data))}`);
}

/** Stops the cluster of a data folder and waits until it has let go of its files. */
export async function stopCluster(data) {
  const settings = readJson("cluster.json", data);
  const pid = settings && postmasterPid(settings.folder);
  if (!pid || !(await isOurs(settings))) return;
  process.kill(pid, "SIGINT");
  for (let waitedMs = 0; waitedMs < stopWaitMs; waitedMs += 50) {
    if (!isAlive(pid)) return;
    await sleep(50);
  }
  process.kill(pid, "SIGQUIT");
}

async function createdCluster(data, home) {
  const known = readJson("cluster.json", data);
  if (known && known.folder === home.folder && existsSync(path.join(home.folder, "PG_VERSION"))) return known;

  // A cluster that the data folder does not know is of a data folder that was deleted, or was never finished.
  const stalePid = postmasterPid(home.folder);
  if (stalePid && isPostmaster(stalePid, home.folder)) {
    process.kill(stalePid, "SIGQUIT");
    for (let waitedMs = 0; waitedMs < stopWaitMs && isAlive(stalePid); waitedMs += 50) await sleep(50);
  }
  rmSync(home.folder, { recursive: true, force: true });
  const settings = { folder: home.folder, port: 0, password: randomBytes(24).toString("base64url") };
  initialize(home, settings, data);
  writeJson("cluster.json", settings, data);
  return settings;
}

function initialize(home, settings, data) {
  const passwordFile = path.join(path.dirname(home.folder), `.password-${process.pid}`);
  writeFileSync(passwordFile, `${settings.password}\n`, { mode: 0o600 });
  mkdirSync(home.folder, { mode: 0o700 });
  try {
    if (home.owner.uid !== undefined) {
      for (const entry of [passwordFile, home.folder]) chownSync(entry, home.owner.uid, home.owner.gid);
    }
    const failures = [];
    for (const ctype of ["C.UTF-8", "en_US.UTF-8", "C"]) {
      const run = spawnSync(
        path.join(home.bin, "initdb"),
        [
          `--pgdata=${home.folder}`, `--username=${ownerName}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256",
          "--encoding=UTF8", "--locale=C", `--lc-ctype=${ctype}`, "--locale-provider=builtin", "--builtin-locale=C.UTF-8",
          "--no-instructions",
        ],
        { ...home.owner, cwd: path.dirname(home.folder), encoding: "utf8", env: { ...process.env, LC_ALL: "C", TZ: "UTC" } },
      );
      if (run.status === 0) return;
      failures.push(`${ctype}: ${run.error?.message ?? run.stderr.trim()}`);
      rmSync(home.folder, { recursive: true, force: true });
      mkdirSync(home.folder, { mode: 0o700 });
      if (home.owner.uid !== undefined) chownSync(home.folder, home.owner.uid, home.owner.gid);
    }
    throw new Error(`PostgreSQL could not create its files in ${home.folder}:\n${failures.join("\n")}`);
  } finally {
    unlinkSync(passwordFile);
    ensureFolder(data);
  }
}

async function launched(data, home, settings, durable) {
  mkdirSync(path.dirname(logFile(data)), { recursive: true });
  const log = openSync(logFile(data), "a", 0o600);
  const flags = {
    listen_addresses: "127.0.0.1",
    max_connections: "100",
    shared_buffers: "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    log_statement: "none",
    ...(process.platform === "win32" ? {} : { unix_socket_directories: "" }),
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  // A group of its own, so that Ctrl-C reaches the server first and the database only when the server is done with it.
  const child = spawn(
    path.join(home.bin, "postgres"),
    ["-D", home.folder, "-p", String(settings.port), ...Object.entries(flags).flatMap(([name, value]) => ["-c", `${name}=${value}`])],
    { ...home.owner, cwd: home.folder, detached: true, stdio: ["ignore", log, log], env: { ...process.env, LC_ALL: "C", TZ: "UTC" } },
  );
  closeSync(log);
  child.unref();
  let hasEnded = false;
  child.on("exit", () => (hasEnded = true));
  child.on("error", () => (hasEnded = true));
  for (let waitedMs = 0; waitedMs < startWaitMs && !hasEnded; waitedMs += 50) {
    if (await isOurs(settings)) return true;
    await sleep(50);
  }
  return false;
}

/** Right only if the server behind the port knows our password and serves our folder. */
async function isOurs(settings) {
  if (!settings.port) return false;
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: urlOf(settings, "postgres"), connectionTimeoutMillis: 1000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query("show data_directory");
    return rows[0].data_directory === settings.folder;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function describe(settings, home) {
  return { folder: settings.folder, port: settings.port, isOutside: home.isOutside === true, ownerUrl: (database) => urlOf(settings, database) };
}

function urlOf(settings, database) {
  return `postgresql://${ownerName}:${settings.password}@127.0.0.1:${settings.port}/${database}`;
}

async function freePort(wanted) {
  const isFree = (port) =>
    new Promise((resolve) => {
      const probe = createServer();
      probe.once("error", () => resolve(undefined));
      probe.listen(port, "127.0.0.1", () => {
        const { port: bound } = probe.address();
        probe.close(() => resolve(bound));
      });
    });
  return (wanted ? await isFree(wanted) : undefined) ?? (await isFree(0));
}

function postmasterPid(folder) {
  const file = path.join(folder, "postmaster.pid");
  return existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) || undefined : undefined;
}

/** A process id is used again after a crash, so the pid file alone proves nothing. */
function isPostmaster(pid, folder) {
  if (!isAlive(pid)) return false;
  const command = `/proc/${pid}/cmdline`;
  if (existsSync(command)) return readFileSync(command, "utf8").includes(folder);
  return spawnSync("ps", ["-o", "args=", "-p", String(pid)], { encoding: "utf8" }).stdout?.includes(folder) ?? false;
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function logFile(data) {
  return path.join(data, "logs", "postgres.log");
}

function lastLines(file) {
  return existsSync(file) ? readFileSync(file, "utf8").trimEnd().split("\n").slice(-15).join("\n") : "(no log)";
}
