import { beforeAll, describe, expect, test } from "vitest";
import { createProduct } from "@/lib/catalog/create-product";
import { listCategories, listTags } from "@/lib/catalog/facets";
import { listPriceHistory } from "@/lib/catalog/price-history";
import { countProducts, getProduct, hasProducts, listProducts } from "@/lib/catalog/queries";
import { removeProduct } from "@/lib/catalog/remove-product";
import { titleGrams } from "@/lib/catalog/title-grams";
import { updateProduct } from "@/lib/catalog/update-product";
import { movableClock } from "@/lib/platform/clock";
import type { ShopContext } from "@/lib/platform/context";
import { asOwner } from "../../setup/as-owner";
import { auditOf, catalogSeqOf, cup, openShops } from "./shop-people";

let shops: Awaited<ReturnType<typeof openShops>>;
let owner: ShopContext;
beforeAll(async () => {
  shops = await openShops();
  owner = shops.owner;
});

const edit = (product: Awaited<ReturnType<typeof createProduct>>, changes: object = {}) => ({
  productId: product.id,
  version: product.version,
  title: product.title,
  category: product.category,
  contentTags: product.contentTags,
  skus: product.skus,
  ...changes,
});

describe("adding a product", () => {
  test("stores it, tells of the change and leaves an audit row", async () => {
    const before = await catalogSeqOf(owner);
    const product = await createProduct(owner, cup());
    expect(product).toMatchObject({ title: "青瓷主人杯", version: 1, skus: [{ code: "default", cashPriceFen: 12900, costPriceFen: 4000 }] });
    expect(await catalogSeqOf(owner)).toBe(before + 1);
    expect(await auditOf(`product:${product.id}`)).toEqual([{ action: "product.created", actor_name: "林见山", shop_id: "shanshe", detail: { after: product } }]);
    const [stored] = await asOwner("SELECT p.change_seq = s.change_seq AND p.changed_at = s.changed_at AS same FROM product p JOIN sku s ON s.product_id = p.id WHERE p.id = $1", [product.id]);
    expect(stored).toEqual({ same: true });
  });

  test("is not for those who may only look", async () => {
    await expect(createProduct(shops.viewer, cup())).rejects.toMatchObject({ code: "forbidden" });
    await expect(createProduct(shops.finance, cup())).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses an external id that is taken, and lets another shop have the same", async () => {
    const input = cup({ externalId: "same" });
    await createProduct(owner, input);
    await expect(createProduct(owner, input)).rejects.toMatchObject({ code: "duplicate" });
    expect((await createProduct(shops.stranger, input)).externalId).toBe("same");
  });

  test.each([
    ["a price of zero", { cashPriceFen: 0 }],
    ["a negative price", { cashPriceFen: -1 }],
    ["a price of a billion yuan", { cashPriceFen: 100_000_000_000 }],
    ["part of a fen", { cashPriceFen: 0.5 }],
    ["a control character", { name: "a\u0000b" }],
  ])("refuses %s", async (_what, change) => {
    const [sku] = cup().skus;
    await expect(createProduct(owner, cup({ skus: [{ ...sku!, ...change }] }))).rejects.toMatchObject({ name: "ZodError" });
  });

  test("refuses the same SKU code twice", async () => {
    const [sku] = cup().skus;
    await expect(createProduct(owner, cup({ skus: [sku!, sku!] }))).rejects.toMatchObject({ issues: [{ path: ["skus", 1, "code"] }] });
  });
});

describe("changing a product", () => {
  test("adds, changes and removes SKUs, with before and after in the audit trail", async () => {
    const [sku] = cup().skus;
    const product = await createProduct(owner, cup({ skus: [{ ...sku!, code: "a" }, { ...sku!, code: "b" }] }));
    const changed = await updateProduct(owner, edit(product, { title: "青瓷公道杯", skus: [{ ...sku!, code: "b", cashPriceFen: 9900 }, { ...sku!, code: "c" }] }));
    expect(changed).toMatchObject({ version: 2, title: "青瓷公道杯", skus: [{ code: "b", cashPriceFen: 9900 }, { code: "c" }] });
    expect(changed.skus[0]!.id).toBe(product.skus[1]!.id);
    const restored = await updateProduct(owner, edit(changed, { skus: [{ ...sku!, code: "a" }] }));
    expect(restored.skus.map(({ id }) => id)).toEqual([product.skus[0]!.id]);
    const audit = await auditOf(`product:${product.id}`);
    expect(audit.map(({ action }) => action)).toEqual(["product.created", "product.updated", "product.updated"]);
    expect(audit[1]!.detail).toEqual({ before: product, after: changed });
  });

  test("is not there for another shop", async () => {
    const product = await createProduct(owner, cup());
    await expect(updateProduct(shops.stranger, edit(product))).rejects.toMatchObject({ code: "not_found" });
  });

  test("is not for those who may only look", async () => {
    const product = await createProduct(owner, cup());
    await expect(updateProduct(shops.viewer, edit(product))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("of two people the second gets a conflict with what the first saved", async () => {
    const product = await createProduct(owner, cup());
    const results = await Promise.allSettled([updateProduct(owner, edit(product, { title: "甲" })), updateProduct(owner, edit(product, { title: "乙" }))]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected")!;
    const current = await getProduct(owner, product.id);
    expect(refused).toMatchObject({ reason: { code: "conflict", detail: { data: { current: { title: current.title, version: 2 } } } } });
  });

  test("leaves the cost price alone when it comes from somebody who may not see it", async () => {
    const product = await createProduct(owner, cup());
    const blind: ShopContext = { ...owner, permissions: new Set([...owner.permissions].filter((permission) => permission !== "cost:view")) };
    const seen = await getProduct(blind, product.id);
    expect(seen.skus[0]).not.toHaveProperty("costPriceFen");
    await updateProduct(blind, edit(seen, { title: "改名" }));
    expect((await getProduct(owner, product.id)).skus[0]!.costPriceFen).toBe(4000);
    await expect(createProduct(blind, cup())).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("removing a product", () => {
  test("takes it off the list and keeps its history", async () => {
    const product = await createProduct(owner, cup({ title: "要下架的盖碗" }));
    await removeProduct(owner, { productId: product.id, version: 1 });
    expect((await listProducts(owner, { search: "要下架" })).products).toEqual([]);
    expect((await listPriceHistory(owner, product.id)).records.map(({ removed }) => removed)).toEqual([true, false]);
    expect((await auditOf(`product:${product.id}`)).at(-1)).toMatchObject({ action: "product.removed", detail: { before: product } });
    await expect(removeProduct(owner, { productId: product.id, version: 2 })).rejects.toMatchObject({ code: "not_found" });
  });

  test("other shop, no permission, somebody was faster", async () => {
    const product = await createProduct(owner, cup());
    await expect(removeProduct(shops.stranger, { productId: product.id, version: 1 })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeProduct(shops.viewer, { productId: product.id, version: 1 })).rejects.toMatchObject({ code: "forbidden" });
    await updateProduct(owner, edit(product, { title: "改过" }));
    await expect(removeProduct(owner, { productId: product.id, version: 1 })).rejects.toMatchObject({ code: "conflict" });
  });
});

describe("price history", () => {
  test("says from when until when shoppers saw which price, and who set it", async () => {
    const clock = movableClock("2026-11-01T02:00:00Z");
    const ctx = await shops.enter("owner", "tea", clock);
    const product = await createProduct(ctx, cup());
    clock.set("2026-11-05T02:00:00Z");
    const [sku] = product.skus;
    const changed = await updateProduct(ctx, edit(product, { skus: [{ ...sku!, cashPriceFen: 9900 }] }));
    clock.set("2026-11-06T02:00:00Z");
    await updateProduct(ctx, edit(changed, { skus: [{ ...changed.skus[0]!, costPriceFen: 1 }] }));
    expect((await listPriceHistory(ctx, product.id)).records).toMatchObject([
      { cashPriceFen: 9900, installmentPriceFen: 12900, from: "2026-11-05T02:00:00.000Z", until: null, setBy: { name: "林见山", byImport: false } },
      { cashPriceFen: 12900, from: "2026-11-01T02:00:00.000Z", until: "2026-11-05T02:00:00.000Z" },
    ]);
    expect((await listPriceHistory(shops.viewer, product.id)).records[0]!.setBy).toBeNull();
    expect((await listPriceHistory(shops.stranger, product.id)).records).toEqual([]);
  });
});

describe("finding products", () => {
  beforeAll(async () => {
    for (const [index, title] of ["龙泉青瓷 茶壶", "紫砂壶西施", "Travel Tea Set 旅行茶具", "壶承竹制", "茶壶套装礼盒"].entries()) {
      await createProduct(owner, cup({ externalId: `find-${index}`, title, category: index % 2 ? "壶" : "具", contentTags: index === 0 ? ["直播专享", "新品"] : ["新品"] }));
    }
  });
  const titles = async (input: Parameters<typeof listProducts>[1]) => (await listProducts(owner, input)).products.map(({ title }) => title);

  test("by two characters of Chinese, in whatever width, case and spacing", async () => {
    expect(await titles({ search: "茶壶" })).toEqual(["茶壶套装礼盒", "龙泉青瓷 茶壶"]);
    expect(await titles({ search: "瓷茶" })).toEqual(["龙泉青瓷 茶壶"]);
    expect(await titles({ search: "ＴＥＡ set" })).toEqual(["Travel Tea Set 旅行茶具"]);
    expect(await titles({ search: "壶茶" })).toEqual([]);
    expect(await titles({ search: "%" })).toEqual([]);
    expect(await titles({ search: "壶" })).toEqual([]);
  });

  test("by an exact external id", async () => {
    expect(await titles({ search: "find-3" })).toEqual(["壶承竹制"]);
  });

  test("by category and tag together with words", async () => {
    expect(await titles({ category: "壶", tag: "新品" })).toEqual(["壶承竹制", "紫砂壶西施"]);
    expect(await titles({ tag: "直播专享", search: "青瓷" })).toEqual(["龙泉青瓷 茶壶"]);
    expect(await listCategories(owner)).toEqual(expect.arrayContaining([{ value: "壶", count: 2 }, { value: "具", count: 3 }]));
    expect(await listTags(owner)).toEqual(expect.arrayContaining([{ value: "新品", count: 5 }, { value: "直播专享", count: 1 }]));
  });

  test("page by page, each once", async () => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listProducts(owner, { limit: 3, after });
      expect(page.products.length).toBeLessThanOrEqual(3);
      seen.push(...page.products.map(({ id }) => id));
      after = page.next ?? undefined;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect([...seen].sort().reverse()).toEqual(seen);
  });

  test("never those of another shop", async () => {
    expect((await listProducts(shops.stranger, { search: "茶壶" })).products).toEqual([]);
    const empty = await shops.enter("owner", "empty");
    expect(await hasProducts(empty)).toBe(false);
    expect(await listCategories(empty)).toEqual([]);
  });

  test("by the index, in a shop of twenty thousand products", async () => {
    const grams = titleGrams("xinyu", "手机壳");
    await asOwner(
      `INSERT INTO product (id, shop_id, external_id, title, category, content_tags, title_grams, removed, sku_count, changed_at, created_at)
      SELECT 'prd_0' || n, 'xinyu', n::text, '手机壳' || n, '配件', '{}', $1, false, 1, now(), now() FROM generate_series(1, 20000) n`,
      [grams],
    );
    await asOwner("ANALYZE product");
    const plan = await asOwner<{ "QUERY PLAN": string }>(
      "EXPLAIN SELECT p.id FROM product p WHERE p.shop_id = 'xinyu' AND NOT p.removed AND p.title_grams @> $1::int[] ORDER BY p.id DESC LIMIT 51",
      [titleGrams("xinyu", "西施")],
    );
    expect(plan.map((line) => line["QUERY PLAN"]).join("\n")).toContain("product_title_grams_idx");
    // Containment is not leakproof: only because the search runs as the owner may the index be used.
    expect(await asOwner("SELECT proname, prosecdef FROM pg_proc WHERE proname IN ('list_products', 'count_products') ORDER BY 1")).toEqual([{ proname: "count_products", prosecdef: true }, { proname: "list_products", prosecdef: true }]);
    const empty = await shops.enter("owner", "empty");
    expect(await countProducts(empty, { search: "手机壳" })).toEqual({ count: 10_000, isCapped: true });
    expect((await listProducts(empty, { search: "手机壳" })).products).toHaveLength(50);
    expect(await countProducts(empty, { search: "手机壳", category: "别的" })).toEqual({ count: 0, isCapped: false });
  });
});

describe("sorting and counting", () => {
  const sku = (code: string, cashPriceFen: number, costPriceFen: number | null) => ({ code, name: "", cashPriceFen, installmentPriceFen: cashPriceFen, listPriceFen: null, costPriceFen, inStock: true });
  const add = (externalId: string, changes: Parameters<typeof cup>[0]) => createProduct(shops.stranger, cup({ externalId, category: "排序", contentTags: ["排"], ...changes }));
  const order = async (sort: "price-up" | "price-down" | "margin-up" | "margin-down" | "newest") => {
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await listProducts(shops.stranger, { category: "排序", sort, after, limit: 2 });
      seen.push(...page.products.map(({ externalId }) => externalId));
      after = page.next ?? undefined;
    } while (after);
    return seen.join(" ");
  };

  test("by price and by margin, page by page, with equal ones apart and unknown margins last", async () => {
    await add("a", { skus: [sku("1", 300, 100), sku("2", 100, null)] });
    await add("b", { skus: [sku("1", 200, 150)] });
    await add("c", { skus: [sku("1", 200, null)] });
    await add("d", { skus: [sku("1", 50, 80)] });
    await add("e", { skus: [sku("1", 900, null)] });
    expect(await order("price-up")).toBe("d a b c e");
    expect(await order("price-down")).toBe("e c b a d");
    expect(await order("margin-up")).toBe("d b a e c");
    expect(await order("margin-down")).toBe("a b d e c");
    expect(await order("newest")).toBe("e d c b a");
    expect((await listProducts(shops.stranger, { category: "排序", sort: "margin-up" })).products.map(({ marginBps }) => marginBps)).toEqual([-6000, 2500, 6666, null, null]);
  });

  test("margins are for those who see costs", async () => {
    expect((await listProducts(shops.viewer, {})).products[0]).not.toHaveProperty("marginBps");
    await expect(listProducts(shops.viewer, { sort: "margin-up" })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("a place of another order is refused", async () => {
    await expect(listProducts(shops.stranger, { sort: "price-up", after: "prd_x" })).rejects.toMatchObject({ name: "ZodError" });
    await expect(listProducts(shops.stranger, { after: "5~prd_x" })).rejects.toMatchObject({ name: "ZodError" });
  });

  test("counts follow every change: a category, a tag, the last SKU, the return", async () => {
    const facets = async () => ({
      all: (await countProducts(shops.stranger)).count,
      category: (await listCategories(shops.stranger)).find(({ value }) => value === "数")?.count ?? 0,
      tags: (await listTags(shops.stranger)).filter(({ value }) => value.startsWith("数")).map(({ value, count }) => `${value} ${count}`),
      listed: (await listProducts(shops.stranger, { tag: "数甲" })).products.length,
    });
    const { all } = await facets();
    const made = await add("n", { category: "数", contentTags: ["数甲", "数乙"] });
    expect(await facets()).toEqual({ all: all + 1, category: 1, tags: ["数乙 1", "数甲 1"], listed: 1 });
    const changed = await updateProduct(shops.stranger, { ...made, productId: made.id, contentTags: ["数乙"], skus: [...made.skus, sku("2", 1, null)] });
    expect(await facets()).toEqual({ all: all + 1, category: 1, tags: ["数乙 1"], listed: 0 });
    expect((await listProducts(shops.stranger, { category: "数" })).products).toMatchObject([{ skuCount: 2, skusInStock: 2, cashPriceFen: { from: 1, to: 12900 } }]);
    await removeProduct(shops.stranger, { productId: made.id, version: changed.version });
    expect(await facets()).toEqual({ all, category: 0, tags: [], listed: 0 });
    await updateProduct(shops.stranger, { ...made, productId: made.id, version: changed.version + 1 });
    expect(await facets()).toEqual({ all: all + 1, category: 1, tags: ["数乙 1", "数甲 1"], listed: 1 });
    expect(await countProducts(shops.stranger, { category: "数", tag: "数甲" })).toEqual({ count: 1, isCapped: false });
  });
});
