import pg from "pg";
import { describe, expect, it } from "vitest";
import { asOwner } from "../../setup/as-owner";

async function asServer<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: process.env.APP_DATABASE_URL });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("the database as the launcher leaves it", () => {
  it("lets the server in as yuefu_app, which is no superuser and passes no policy by", async () => {
    expect(await asServer("select current_user::text as name, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname = current_user")).toEqual([
      { name: "yuefu_app", rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolcreatedb: false },
    ]);
  });

  it("stands every table behind row-level security and lets the server own none", async () => {
    const open = await asOwner(
      "select relname::text as name from pg_class join pg_namespace on pg_namespace.oid = relnamespace where nspname = 'public' and relkind in ('r', 'p') and relname <> '_prisma_migrations' and (not relrowsecurity or pg_get_userbyid(relowner) = 'yuefu_app')",
    );
    expect(open).toEqual([]);
  });

  it("shows nothing to a query that says not for whom it asks", async () => {
    await asOwner("insert into shop (id, name) values ('shop_unseen', '看不见的店')");
    expect(await asServer("select id from shop")).toEqual([]);
  });

  it("knows Chinese letters and full-width case", async () => {
    expect(await asServer("select '手机' ~ '^\\w+$' as is_word, lower('ＡＢＣ') as lowered")).toEqual([{ is_word: true, lowered: "ａｂｃ" }]);
  });

  it("queues a background job as the server", async () => {
    await asServer("select graphile_worker.add_job('watch-labels', payload := '{}'::json)");
    expect(await asServer("select task_identifier as task from graphile_worker.jobs")).toEqual([{ task: "watch-labels" }]);
  });

  it("does not let the server make or change tables", async () => {
    await expect(asServer("create table public.mine (id int)")).rejects.toThrow(/permission denied/);
    await expect(asServer("alter table shop disable row level security")).rejects.toThrow(/must be owner/);
  });
});
