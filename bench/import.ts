import { fork } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { titleGrams } from "@/lib/catalog/title-grams";
import { copyArray, copyLine } from "@/lib/platform/copy-line";
import { addShop, openBenchDatabase } from "./bench-database";
import type { BenchEnvironment, BenchRow, BenchSuite } from "./bench-row";
import type { Imported } from "./import-worker";
import { figure } from "./interleave";
import { sampleRows, type SampleRow } from "./sample-rows";

const ROWS = 1_000_000;
const WARM_UP_ROWS = 2_000;
const MEMORY_MAX = 100_000_000;
const WARM_UP_SHOP = "bench-warm-up";
export const IMPORT_SHOP = "bench-import";

export const imports: BenchSuite = {
  name: "import",
  needsDatabase: true,
  run: async (environment) => {
    const { report } = environment;
    const folder = mkdtempSync(path.join(os.tmpdir(), "yuefu-bench-import-"));
    try {
      report("writing the file");
      const database = await openBenchDatabase(environment);
      const large = await writeFile(path.join(folder, "large.csv"), ROWS);
      const small = await writeFile(path.join(folder, "small.csv"), WARM_UP_ROWS);
      for (const shop of [WARM_UP_SHOP, IMPORT_SHOP]) await addShop(database, shop);
      report("our import");
      const ours = await importInItsOwnProcess([WARM_UP_SHOP, small, IMPORT_SHOP, large]);
      if (ours.created !== ROWS) throw new Error(`${ours.created} of ${ROWS} products were imported`);
      report("COPY and upsert");
      const whole = await copyAndUpsert(environment, { hasTriggers: true });
      report("COPY and upsert, no triggers");
      const bare = await copyAndUpsert(environment, { hasTriggers: false });
      return rowsOf(ours, whole, bare);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function rowsOf(ours: Imported, wholeSeconds: number, bareSeconds: number): BenchRow[] {
  const ratio = wholeSeconds / ours.storeSeconds;
  const added = Math.max(...Object.values(ours.addedBytes));
  return [
    {
      path: "import of 1,000,000 rows: parsed, validated, upserted",
      against: "the same rows by COPY into an unscoped temporary table plus upsert into identical tables",
      goal: "≥ 0.4 of its speed",
      measured: figure(ratio),
      isReached: ratio >= 0.4,
      notes: [
        `${figure(ours.storeSeconds)} s against ${figure(wholeSeconds)} s (${figure(bareSeconds / ours.storeSeconds)} of its speed where the other tables keep neither history nor sums nor counts: ${figure(bareSeconds)} s); one round each`,
        `before it goes in, the upload took ${figure(ours.uploadSeconds)} s and the check of every row ${figure(ours.checkSeconds)} s`,
      ],
    },
    {
      path: "memory that a file of 1,000,000 rows adds to the process",
      against: "–",
      goal: "≤ 100 MB",
      measured: `${megabytes(added)} MB`,
      isReached: added <= MEMORY_MAX,
      notes: [`at most, resident: upload ${megabytes(ours.addedBytes.upload)} MB, check ${megabytes(ours.addedBytes.check)} MB, store ${megabytes(ours.addedBytes.store)} MB, each above what the warm process had when it began`],
    },
  ];
}

const megabytes = (bytes: number): string => (bytes / 1_000_000).toFixed(0);

async function writeFile(file: string, count: number): Promise<string> {
  await pipeline(Readable.from(csvLines(count)), createWriteStream(file));
  return file;
}

function* csvLines(count: number): Generator<string> {
  yield "商品ID,商品标题,类目,标签,规格ID,规格名称,售价,划线价,成本价,库存\n";
  for (const { externalId, title, category, tags, skuCode, cashFen, listFen, costFen, stock } of sampleRows(count)) {
    yield `${externalId},"${title.replaceAll('"', '""')}",${category},"${tags.join(",")}",${skuCode},默认,${yuan(cashFen)},${yuan(listFen)},${yuan(costFen)},${stock}\n`;
  }
}

const yuan = (fen: number): string => (fen / 100).toFixed(2);

async function importInItsOwnProcess(args: string[]): Promise<Imported> {
  const child = fork(path.join(import.meta.dirname, "import-worker.ts"), args, { execArgv: ["--expose-gc", "--import", "tsx"], env: { ...process.env, LOG_LEVEL: "error" } });
  let imported: Imported | undefined;
  child.on("message", (message) => (imported = message as Imported));
  const [code] = (await once(child, "exit")) as [number | null];
  if (!imported) throw new Error(`The process that imports ended with ${code}`);
  return imported;
}

/** What PostgreSQL alone takes for the same rows, ready as lines of COPY, in a database of its own with the same tables, indexes and policies, as the same role. */
async function copyAndUpsert({ createDatabase }: BenchEnvironment, { hasTriggers }: { hasTriggers: boolean }): Promise<number> {
  const shop = "copied";
  const { databaseUrl, appDatabaseUrl } = await createDatabase(`yuefu_bench_copy_${hasTriggers ? "whole" : "bare"}`);
  const owner = new pg.Client({ connectionString: databaseUrl });
  const app = new pg.Client({ connectionString: appDatabaseUrl });
  await Promise.all([owner.connect(), app.connect()]);
  try {
    await owner.query("INSERT INTO shop (id, name) VALUES ($1, $1)", [shop]);
    if (!hasTriggers) await owner.query("ALTER TABLE product DISABLE TRIGGER USER; ALTER TABLE sku DISABLE TRIGGER USER");
    const lines = Array.from(sampleRows(ROWS), (row, index) => copyLineOf(row, index, shop));
    const startedAt = performance.now();
    await app.query("BEGIN");
    await app.query("SELECT set_config('app.scope', 'shop', true), set_config('app.shop_id', $1, true)", [shop]);
    await app.query(CREATE_INCOMING);
    await pipeline(Readable.from(lines), app.query(copyFrom("COPY incoming FROM STDIN")));
    await app.query("ANALYZE incoming");
    await app.query(UPSERT_PRODUCTS, [shop]);
    await app.query(UPSERT_SKUS, [shop]);
    await app.query("COMMIT");
    return (performance.now() - startedAt) / 1000;
  } finally {
    await Promise.all([owner.end(), app.end()]);
  }
}

function copyLineOf({ externalId, title, category, tags, skuCode, cashFen, listFen, costFen }: SampleRow, index: number, shop: string): string {
  const number = String(index).padStart(16, "0");
  return copyLine([`prd_${number}`, `sku_${number}`, externalId, title, category, copyArray(tags), copyArray(titleGrams(shop, title)), skuCode, cashFen, listFen, costFen, Math.floor(((cashFen - costFen) * 10_000) / cashFen)]);
}

const CREATE_INCOMING = "CREATE TEMP TABLE incoming (product_id text, sku_id text, external_id text, title text, category text, tags text[], grams int[], code text, cash bigint, list bigint, cost bigint, margin int) ON COMMIT DROP";
const UPSERT_PRODUCTS = `INSERT INTO product AS p (id, shop_id, external_id, title, category, content_tags, title_grams, version, change_seq, changed_at, created_at, removed, sku_count, skus_in_stock, cash_from_fen, cash_to_fen, installment_from_fen, installment_to_fen, margin_bps)
SELECT product_id, $1, external_id, title, category, tags, grams, 1, 1, now(), now(), false, 1, 1, cash, cash, cash, cash, margin FROM incoming
ON CONFLICT (shop_id, external_id) DO UPDATE SET title = excluded.title WHERE p.title IS DISTINCT FROM excluded.title`;
const UPSERT_SKUS = `INSERT INTO sku AS s (id, shop_id, product_id, code, name, position, cash_price_fen, installment_price_fen, list_price_fen, cost_price_fen, in_stock, removed, change_seq, changed_at)
SELECT sku_id, $1, product_id, code, '默认', 0, cash, cash, list, cost, true, false, 1, now() FROM incoming
ON CONFLICT (product_id, code) DO UPDATE SET cash_price_fen = excluded.cash_price_fen WHERE s.cash_price_fen IS DISTINCT FROM excluded.cash_price_fen`;
