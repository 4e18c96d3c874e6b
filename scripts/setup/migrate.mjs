import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { rootFolder } from "./data-folder.mjs";
import { runPrisma } from "./run-prisma.mjs";

/** Applies the migrations that are missing; returns their names. The exit code of the tool is not taken for proof. */
export async function migrate(databaseUrl) {
  const missing = await missingMigrations(databaseUrl);
  if (missing.length === 0) return [];
  await runPrisma(["migrate", "deploy"], { DATABASE_URL: databaseUrl });
  const left = await missingMigrations(databaseUrl);
  if (left.length > 0) throw new Error(`These migrations were not applied: ${left.join(", ")}`);
  return missing;
}

export function migrationNames() {
  const folder = path.join(rootFolder, "prisma/migrations");
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(path.join(folder, entry.name, "migration.sql")))
    .map((entry) => entry.name)
    .sort();
}

async function missingMigrations(databaseUrl) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const table = await client.query("select to_regclass('_prisma_migrations') as name");
    if (!table.rows[0].name) return migrationNames();
    const { rows } = await client.query(
      "select migration_name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
    );
    const done = new Set(rows.map((row) => row.migration_name));
    return migrationNames().filter((name) => !done.has(name));
  } finally {
    await client.end();
  }
}
