import { enterShop } from "@/lib/access/gates";
import { listCategories, listTags } from "@/lib/catalog/facets";
import { countProducts, listProducts } from "@/lib/catalog/queries";
import type { ProductFilters } from "@/lib/catalog/schema";
import type { ShopContext } from "@/lib/platform/context";
import { PEOPLE } from "@/prisma/seed/cast";
import { addProducts, addShop, openBenchDatabase } from "./bench-database";
import type { BenchRow, BenchSuite } from "./bench-row";
import { IMPORT_SHOP } from "./import";
import { figure, interleave, shareOfTime } from "./interleave";

const SMALL = 1_000;
const LARGE = 1_000_000;
const PAGES_PER_ROUND = 20;
const GOAL = 1.3;

export const catalog: BenchSuite = {
  name: "catalog",
  needsDatabase: true,
  run: async (environment) => {
    const { report } = environment;
    const database = await openBenchDatabase(environment);
    const small = await addShop(database, "bench-small");
    await addProducts(database, "bench-small", SMALL);
    report(`${LARGE} products`);
    const large = await largeShop(database);
    await database.owner.query("VACUUM ANALYZE product, sku, product_tag, product_facet");
    const rows: BenchRow[] = [];
    for (const kind of ["unfiltered", "category", "tag"] as const) {
      report(kind);
      rows.push(await compare(kind, large, small));
    }
    return rows;
  },
};

/** The one that the import has filled, if it ran before. */
async function largeShop(database: Awaited<ReturnType<typeof openBenchDatabase>>): Promise<ShopContext> {
  const { rows } = await database.owner.query<{ count: number }>("SELECT product_count::int AS count FROM product_facet WHERE shop_id = $1 AND kind = 'all'", [IMPORT_SHOP]);
  if (rows[0]?.count === LARGE) return enterShop({ userId: PEOPLE.owner.id, name: PEOPLE.owner.name, locale: null, theme: null }, IMPORT_SHOP);
  const shop = await addShop(database, "bench-large");
  await addProducts(database, "bench-large", LARGE);
  return shop;
}

async function compare(kind: "unfiltered" | "category" | "tag", large: ShopContext, small: ShopContext): Promise<BenchRow> {
  const [wide, narrow] = await Promise.all([filtersFor(kind, large), filtersFor(kind, small)]);
  const ratio = await interleave({ work: () => readPages(large, wide) }, { work: () => readPages(small, narrow) });
  return {
    path: `catalogue page with 1,000,000 products: ${kind}`,
    against: "the same with 1,000",
    goal: `≤ ${GOAL}× its server time`,
    measured: shareOfTime(ratio),
    isReached: ratio.median <= GOAL,
    notes: [`${figure(ratio.oursMs / PAGES_PER_ROUND)} ms against ${figure(ratio.theirsMs / PAGES_PER_ROUND)} ms: the page, its count, and the categories and tags to choose from`],
  };
}

/** The most frequent value: the worst for whoever counts by reading. */
async function filtersFor(kind: "unfiltered" | "category" | "tag", shop: ShopContext): Promise<ProductFilters> {
  if (kind === "unfiltered") return {};
  const facets = await (kind === "category" ? listCategories(shop) : listTags(shop));
  const [top] = [...facets].sort((a, b) => b.count - a.count);
  return kind === "category" ? { category: top!.value } : { tag: top!.value };
}

async function readPages(shop: ShopContext, filters: ProductFilters): Promise<void> {
  for (let page = 0; page < PAGES_PER_ROUND; page++) {
    const [{ products }] = await Promise.all([listProducts(shop, filters), countProducts(shop, filters), listCategories(shop), listTags(shop)]);
    if (products.length === 0) throw new Error(`No products for ${JSON.stringify(filters)}`);
  }
}
