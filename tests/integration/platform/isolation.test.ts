import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asSystemInShop, asUser } from "@/lib/access/gates";
import type { Context } from "@/lib/platform/context";
import { database } from "@/lib/platform/db";
import { inTransaction } from "@/lib/platform/transaction";
import { PEOPLE, SHOPS } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";
import { asOwner } from "../../setup/as-owner";

const SHOP_TABLES = [
  "product", "sku", "product_version", "sku_version", "product_import", "product_import_row", "offer", "offer_revision", "offer_event",
  "budget_entry", "label_stop", "label_watch", "notification", "notification_read", "audit_entry",
];

beforeAll(async () => {
  await seedCast(asSystem());
  for (const shop of [SHOPS.tea.id, SHOPS.other.id]) {
    await inTransaction(asSystemInShop(shop), async ({ tx }) => {
      const now = new Date();
      await tx.product.createMany({
        data: [{ id: `prd_${shop}`, shopId: shop, externalId: "1", title: "茶", category: "茶器", contentTags: [], titleGrams: [], changedAt: now, createdAt: now }],
      });
      await tx.sku.createMany({
        data: [{ id: `sku_${shop}`, shopId: shop, productId: `prd_${shop}`, code: "1", name: "", cashPriceFen: 100n, installmentPriceFen: 100n, inStock: true, changedAt: now }],
      });
    });
  }
});

const countIn = (ctx: Context, table: string) =>
  inTransaction(ctx, async ({ tx }) => Number((await tx.$queryRawUnsafe<{ n: bigint }[]>(`SELECT count(*) AS n FROM ${table}`))[0]!.n));

describe("row-level security behind the gates", () => {
  test("a query that forgets the filter sees the rows of its own shop only", async () => {
    expect(await countIn(asSystemInShop(SHOPS.tea.id), "product")).toBe(1);
    expect(await countIn(asSystemInShop(SHOPS.empty.id), "product")).toBe(0);
    expect(await countIn(asSystem(), "product")).toBe(2);
  });

  test("without a context the application's role sees no row of any shop and no person", async () => {
    for (const table of [...SHOP_TABLES, "shop", "membership", "app_user"]) {
      const { rows } = await database().pool.query(`SELECT 1 FROM ${table} LIMIT 1`);
      expect({ table, rows: rows.length }).toEqual({ table, rows: 0 });
    }
  });

  test("a row cannot be written into another shop, nor moved there", async () => {
    const ctx = asSystemInShop(SHOPS.tea.id);
    const now = new Date();
    await expect(
      inTransaction(ctx, ({ tx }) => tx.labelStop.createMany({ data: [{ shopId: SHOPS.other.id, kind: "stopped", at: now, by: "x", reason: "" }] })),
    ).rejects.toThrow(/row-level security/);
    await expect(inTransaction(ctx, ({ tx }) => tx.$executeRaw`UPDATE product SET shop_id = ${SHOPS.other.id}`)).rejects.toThrow(/row-level security/);
  });

  test("a person sees the own user row, the own memberships and the own shops", async () => {
    const ctx = asUser({ userId: PEOPLE.stranger.id, name: PEOPLE.stranger.name, locale: null, theme: null });
    expect(await countIn(ctx, "app_user")).toBe(1);
    expect(await countIn(ctx, "membership")).toBe(1);
    expect(await countIn(ctx, "shop")).toBe(1);
    expect(await countIn(ctx, "product")).toBe(0);
  });

  test("the application's role is neither superuser nor past row-level security", async () => {
    const [role] = await asOwner<{ rolsuper: boolean; rolbypassrls: boolean }>("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = 'yuefu_app'");
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false });
  });

  test("a shop's context may not add a rate card, a policy or a template", async () => {
    await expect(
      inTransaction(asSystemInShop(SHOPS.tea.id), ({ tx }) =>
        tx.lprRate.createMany({ data: [{ fromDate: new Date("2030-01-01"), version: 9, oneYearPpm: 1, source: "x", createdAt: new Date() }] }),
      ),
    ).rejects.toThrow(/row-level security/);
  });

  test("every table that holds rows of shops is under row-level security", async () => {
    const open = await asOwner<{ name: string }>(
      "SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'shop_id' WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND NOT c.relrowsecurity",
    );
    expect(open).toEqual([]);
  });
});

describe("what may only be added", () => {
  test.each(["product_version", "sku_version"])("%s refuses UPDATE and DELETE, even from the owner", async (table) => {
    await expect(asOwner(`UPDATE ${table} SET valid_from = now()`)).rejects.toThrow(/append-only/);
    await expect(asOwner(`DELETE FROM ${table}`)).rejects.toThrow(/append-only/);
  });

  test("a changed price leaves the old one behind, and an unchanged row leaves nothing", async () => {
    const ctx = asSystemInShop(SHOPS.tea.id);
    const prices = async () =>
      (await asOwner<{ cash_price_fen: string }>("SELECT cash_price_fen FROM sku_version WHERE shop_id = $1 ORDER BY id", [SHOPS.tea.id])).map((row) => row.cash_price_fen);
    await inTransaction(ctx, ({ tx }) => tx.sku.updateMany({ data: { cashPriceFen: 90n, changedAt: new Date() } }));
    await inTransaction(ctx, ({ tx }) => tx.sku.updateMany({ data: { cashPriceFen: 90n, changedAt: new Date() } }));
    expect(await prices()).toEqual(["100", "90"]);
  });
});
