import pg from "pg";
import { asSystem, enterShop } from "@/lib/access/gates";
import { shanghaiMidnightBefore, shanghaiDateOf } from "@/lib/calendar/shanghai";
import { addDays } from "@/lib/calendar/calendar-date";
import { createOffer } from "@/lib/offers/create-offer";
import { publishOffer } from "@/lib/offers/publish-offer";
import type { ShopContext } from "@/lib/platform/context";
import { closeDatabase } from "@/lib/platform/db";
import { DEFAULT_CHANNEL } from "@/lib/rate-cards/schema";
import { PEOPLE } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";
import { seedCatalog } from "@/prisma/seed/seed-catalog";
import { seedOffers } from "@/prisma/seed/seed-offers";
import { seedRateCards } from "@/prisma/seed/seed-rate-cards";
import type { BenchEnvironment } from "./bench-row";

export interface BenchDatabase {
  databaseUrl: string;
  appDatabaseUrl: string;
  owner: pg.Client;
}

let opened: Promise<BenchDatabase> | undefined;

/** The one database of a run, with the demo cast in it; suites bring shops of their own. */
export function openBenchDatabase(environment: BenchEnvironment): Promise<BenchDatabase> {
  return (opened ??= open(environment));
}

/** Lets go of the database before it is stopped. */
export async function closeBenchDatabase(): Promise<void> {
  if (!opened) return;
  await (await opened).owner.end();
  await closeDatabase();
}

async function open({ createDatabase }: BenchEnvironment): Promise<BenchDatabase> {
  const urls = await createDatabase("yuefu_bench");
  // What the verbs of this process read.
  Object.assign(process.env, { DATABASE_URL: urls.databaseUrl, APP_DATABASE_URL: urls.appDatabaseUrl, AUTH_SECRET: "measured-on-a-database-that-is-thrown-away" });
  await seedCast(asSystem());
  await seedRateCards();
  await seedCatalog();
  await seedOffers();
  const owner = new pg.Client({ connectionString: urls.databaseUrl });
  await owner.connect();
  return { ...urls, owner };
}

/** A shop of the demo's owner. */
export async function addShop({ owner }: BenchDatabase, id: string): Promise<ShopContext> {
  await owner.query("INSERT INTO shop (id, name) VALUES ($1, $1)", [id]);
  await owner.query("INSERT INTO membership (id, user_id, shop_id, role) VALUES ($1, $2, $3, 'shop_owner')", [`mem_${id}`, PEOPLE.owner.id, id]);
  return enterShop({ userId: PEOPLE.owner.id, name: PEOPLE.owner.name, locale: null, theme: null }, id);
}

/** Products of one SKU each, with prices, categories and tags of the usual spread. */
export async function addProducts({ owner }: BenchDatabase, shopId: string, count: number): Promise<void> {
  const id = (prefix: string) => `'${prefix}_0' || $1 || lpad(n::text, 16, '0')`;
  await owner.query(
    `INSERT INTO product (id, shop_id, external_id, title, category, content_tags, title_grams, version, change_seq, changed_at, created_at)
     SELECT ${id("prd")}, $1, (3400000000000 + n)::text, '商品 ' || n, '类目' || n % 40, CASE WHEN n % 3 = 0 THEN ARRAY['新品'] ELSE ARRAY['直播专享', '包邮'] END, '{}', 1, 0, now(), now()
     FROM generate_series(1, $2::int) n`,
    [shopId, count],
  );
  await owner.query(
    `INSERT INTO sku (id, shop_id, product_id, code, name, cash_price_fen, installment_price_fen, cost_price_fen, in_stock, change_seq, changed_at)
     SELECT ${id("sku")}, $1, ${id("prd")}, 'default', '', 60000 + n * 37 % 400000, 60000 + n * 37 % 400000, 30000, true, 0, now() FROM generate_series(1, $2::int) n`,
    [shopId, count],
  );
  await owner.query("INSERT INTO catalog_change (shop_id, seq) VALUES ($1, 1) ON CONFLICT (shop_id) DO UPDATE SET seq = catalog_change.seq + 1", [shopId]);
  await owner.query("ANALYZE product, sku, product_tag, product_facet");
}

export async function publishZeroInterest(ctx: ShopContext): Promise<string> {
  const today = shanghaiDateOf(ctx.clock.now());
  const { offerId } = await createOffer(ctx, {
    content: {
      name: "3 期 0 息",
      channel: DEFAULT_CHANNEL,
      terms: [3],
      funding: { consumerBps: 0, merchantBps: 10_000, platformBps: 0 },
      window: { from: shanghaiMidnightBefore(today), to: shanghaiMidnightBefore(addDays(today, 30)) },
      minAmountFen: 1_000,
      maxAmountFen: 5_000_000,
      budgetFen: null,
      warnAtBps: 8_000,
      target: { kind: "all" },
      placements: ["LIVESTREAM", "SHOWCASE", "POI"],
      priority: 100,
      templates: { LIVESTREAM: "zero-interest", SHOWCASE: "zero-interest", POI: "zero-interest" },
    },
  });
  await publishOffer(ctx, { offerId, expectedDraftVersion: 1, expectedRevision: 0 });
  return offerId;
}
