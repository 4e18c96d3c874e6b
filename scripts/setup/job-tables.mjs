/**
 * Lays down the tables of the background jobs as yuefu_app, whose they are: their row-level security lets only
 * their owner pass. The right to create a schema is lent for that moment.
 */
export async function layDownJobTables(databaseUrl, appDatabaseUrl) {
  const { default: pg } = await import("pg");
  const owner = new pg.Client({ connectionString: databaseUrl });
  await owner.connect();
  try {
    const { rows } = await owner.query("select current_database() as name, to_regnamespace('graphile_worker') is null as is_missing");
    const database = owner.escapeIdentifier(rows[0].name);
    if (rows[0].is_missing) await owner.query(`grant create on database ${database} to yuefu_app`);
    try {
      const { runMigrations, Logger } = await import("graphile-worker");
      await runMigrations({ connectionString: appDatabaseUrl, logger: new Logger(() => () => undefined) });
    } finally {
      if (rows[0].is_missing) await owner.query(`revoke create on database ${database} from yuefu_app`);
    }
  } finally {
    await owner.end();
  }
}
