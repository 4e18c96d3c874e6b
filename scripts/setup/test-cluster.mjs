import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { randomBytes } from "node:crypto";
import { admitServer, createDatabase } from "./database.mjs";
import { startCluster, stopCluster } from "./embedded-postgres.mjs";
import { layDownJobTables } from "./job-tables.mjs";
import { migrate } from "./migrate.mjs";

const templateName = "yuefu_template";

/** A PostgreSQL of its own for one test run, with a migrated template to copy from: { adminUrl, template, appPassword, stop() }. */
export async function startTestCluster() {
  const data = mkdtempSync(path.join(os.tmpdir(), "yuefu-test-"));
  const stop = async () => {
    await stopCluster(data);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    const cluster = await startCluster(data, { durable: false });
    const appPassword = randomBytes(24).toString("base64url");
    const adminUrl = cluster.ownerUrl("postgres");
    await createDatabase(adminUrl, templateName);
    const templateUrl = cluster.ownerUrl(templateName);
    await migrate(templateUrl);
    await layDownJobTables(templateUrl, await admitServer(templateUrl, appPassword));
    return { adminUrl, template: templateName, appPassword, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A fresh copy of the template: { databaseUrl, appDatabaseUrl }. */
export async function copyTemplate({ adminUrl, template, appPassword }, name) {
  await createDatabase(adminUrl, name, template);
  const databaseUrl = new URL(adminUrl);
  databaseUrl.pathname = `/${name}`;
  const appDatabaseUrl = new URL(databaseUrl);
  appDatabaseUrl.username = "yuefu_app";
  appDatabaseUrl.password = appPassword;
  return { databaseUrl: databaseUrl.toString(), appDatabaseUrl: appDatabaseUrl.toString() };
}
