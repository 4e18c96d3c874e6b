import { randomBytes } from "node:crypto";
import pg from "pg";
import { afterAll, inject } from "vitest";
import { closeDatabase } from "@/lib/platform/db";
import { copyTemplate } from "../../scripts/setup/test-cluster.mjs";

// A worker process runs one test file, so every file has a database to itself.
const cluster = inject("testCluster");
const name = `yuefu_test_${randomBytes(6).toString("hex")}`;
const { databaseUrl, appDatabaseUrl } = await copyTemplate(cluster, name);

process.env.DATABASE_URL = databaseUrl;
process.env.APP_DATABASE_URL = appDatabaseUrl;
process.env.AUTH_SECRET = randomBytes(32).toString("hex");
process.env.LOG_LEVEL = "silent";

afterAll(async () => {
  await closeDatabase();
  const admin = new pg.Client({ connectionString: cluster.adminUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${admin.escapeIdentifier(name)} with (force)`);
  await admin.end();
});
