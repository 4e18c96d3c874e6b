import { readJson, writeJson } from "./data-folder.mjs";
import { fingerprintFiles } from "./fingerprint-files.mjs";
import { run } from "./run-command.mjs";

/** Loads the demo cast once per database; what the seed writes to its standard output (the demo logins) is kept for later starts. */
export async function seedDemo(env, report) {
  const known = readJson("demo.json");
  const wanted = { database: await databaseIdentity(env.DATABASE_URL), seed: fingerprintFiles(["prisma/seed"]) };
  if (known?.database === wanted.database && known.seed === wanted.seed) return { note: "there already", logins: known.logins };
  const { stdout } = await run(process.execPath, ["--import", "tsx", "prisma/seed/seed.ts"], { env, onLine: report });
  writeJson("demo.json", { ...wanted, logins: stdout.trimEnd() });
  return { note: "loaded", logins: stdout.trimEnd() };
}

/** The random id of the oldest applied migration: another database, even under the same address, has another. */
async function databaseIdentity(databaseUrl) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query("select id from _prisma_migrations order by started_at limit 1");
    return rows[0].id;
  } finally {
    await client.end();
  }
}
