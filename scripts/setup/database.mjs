import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { dataFolder, writeJson } from "./data-folder.mjs";
import { startCluster, stopCluster } from "./embedded-postgres.mjs";
import { layDownJobTables } from "./job-tables.mjs";
import { migrate } from "./migrate.mjs";
import { appPasswordFor, secrets } from "./secrets.mjs";

const databaseName = "yuefu";

/** The database that this checkout works with, running: { databaseUrl, isEmbedded, note, close() }. */
export async function openDatabase() {
  if (process.env.DATABASE_URL) {
    return { databaseUrl: process.env.DATABASE_URL, isEmbedded: false, note: "the one DATABASE_URL names", close: async () => undefined };
  }
  const data = dataFolder();
  const cluster = await startCluster(data);
  const leave = enter(data);
  await createDatabase(cluster.ownerUrl("postgres"), databaseName);
  return {
    databaseUrl: cluster.ownerUrl(databaseName),
    isEmbedded: true,
    note: cluster.isOutside ? `port ${cluster.port}, files in ${cluster.folder} because the checkout is private to root` : `port ${cluster.port}`,
    close: async () => {
      if (leave() === 0) await stopCluster(data);
    },
  };
}

/** Brings the tables up to date and gives the address under which the server connects. */
export async function prepareDatabase({ databaseUrl, isEmbedded }) {
  const applied = await migrate(databaseUrl);
  const appDatabaseUrl = process.env.APP_DATABASE_URL ?? (await admitServer(databaseUrl, appPasswordFor(databaseUrl, isEmbedded)));
  await layDownJobTables(databaseUrl, appDatabaseUrl);
  if (isEmbedded) writeJson("connection.json", { databaseUrl, appDatabaseUrl });
  return { applied, appDatabaseUrl };
}

/** Migrations create the role yuefu_app without a password, because a migration is public; it gets one here. */
export async function admitServer(databaseUrl, password) {
  const url = new URL(databaseUrl);
  url.username = "yuefu_app";
  url.password = encodeURIComponent(password);
  // On a PostgreSQL that several checkouts share, the first may have done it, and only its owner could do it again.
  if (await letsIn(url.toString())) return url.toString();
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_roles where rolname = 'yuefu_app'");
    if (rowCount === 0) throw new Error("The migrations did not create the role yuefu_app.");
    await client.query(`alter role yuefu_app login password ${client.escapeLiteral(password)}`);
  } finally {
    await client.end();
  }
  return url.toString();
}

async function letsIn(connectionString) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    // 28P01 wrong password, 28000 may not log in, 42501 may not connect: all mean "not yet".
    if (["28P01", "28000", "42501"].includes(error.code)) return false;
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

export async function createDatabase(adminUrl, name, template) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = $1", [name]);
    if (rowCount) return;
    await client.query(`create database ${client.escapeIdentifier(name)}${template ? ` template ${client.escapeIdentifier(template)}` : ""}`);
  } finally {
    await client.end();
  }
}

/** Two commands may use one database; only the last to leave stops it. */
function enter(data) {
  const folder = path.join(data, "database-users");
  mkdirSync(folder, { recursive: true });
  const mine = path.join(folder, String(process.pid));
  writeFileSync(mine, "");
  return () => {
    rmSync(mine, { force: true });
    const others = existsSync(folder) ? readdirSync(folder) : [];
    return others.filter((pid) => {
      try {
        process.kill(Number(pid), 0);
        return true;
      } catch (error) {
        if (error.code === "EPERM") return true;
        rmSync(path.join(folder, pid), { force: true });
        return false;
      }
    }).length;
  };
}

if (process.argv[1] === import.meta.filename) {
  if (process.argv[2] === "up") {
    const database = await openDatabase();
    const { appDatabaseUrl } = await prepareDatabase(database);
    console.log(`DATABASE_URL=${database.databaseUrl}\nAPP_DATABASE_URL=${appDatabaseUrl}\nAUTH_SECRET=${secrets().authSecret}`);
  } else if (process.argv[2] === "down") {
    await stopCluster(dataFolder());
  } else {
    console.error("usage: node scripts/setup/database.mjs up|down");
    process.exitCode = 2;
  }
}
