import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, enterPlatform, enterShop } from "@/lib/access/gates";
import { AUDIT_ROWS_PER_PAGE, listAudit, type AuditPage } from "@/lib/audit/list-audit";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ListAuditInput } from "@/lib/audit/schema";
import { createProduct } from "@/lib/catalog/create-product";
import { movableClock } from "@/lib/platform/clock";
import type { PlatformContext, ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { renameShop } from "@/lib/shops/rename-shop";
import { PEOPLE, SHOPS, type PersonName } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";

const clock = movableClock("2026-11-22T02:00:00.000Z");
const NOTES = 2 * AUDIT_ROWS_PER_PAGE + 5;

const signedIn = (name: PersonName) => ({ userId: PEOPLE[name].id, name: PEOPLE[name].name, locale: null, theme: null });
const enter = (name: PersonName, shop: keyof typeof SHOPS) => enterShop(signedIn(name), SHOPS[shop].id, { clock, requestId: "req-1" });
const onPlatform = (name: PersonName) => enterPlatform(signedIn(name), { clock });

async function walk(ctx: ShopContext | PlatformContext, filters: ListAuditInput = {}): Promise<AuditPage[]> {
  const pages = [await listAudit(ctx, filters)];
  while (pages.at(-1)!.older !== null && pages.length < 10) pages.push(await listAudit(ctx, { ...filters, older: pages.at(-1)!.older! }));
  return pages;
}

const idsOf = (pages: AuditPage[]) => pages.flatMap(({ rows }) => rows.map(({ id }) => id));

beforeAll(async () => {
  await seedCast(asSystem());
  const owner = await enter("owner", "tea");
  await createProduct(owner, {
    externalId: "cup",
    title: "青瓷主人杯",
    category: "茶杯",
    contentTags: [],
    skus: [{ code: "default", name: "", cashPriceFen: 10_000, installmentPriceFen: 10_000, listPriceFen: null, costPriceFen: 4_321, inStock: true }],
  });
  // Many deeds of one instant: the time alone does not order them.
  for (let number = 0; number < NOTES; number++) {
    if (number % 20 === 0) clock.advance(1_000);
    await inTransaction(owner, (ctx) => recordAudit(ctx, "notification.read", `shop:${ctx.shopId}`, { number }));
  }
  await renameShop(await enter("stranger", "other"), { name: "北岸户外装备", expectedName: SHOPS.other.name });
  await inTransaction(await onPlatform("admin"), (ctx) => recordAudit(ctx, "rate-card.published", "rate-card:card_gone", {}));
});

describe("the activity log of a shop", () => {
  test("comes newest first, page by page, without a gap and without a double, down and up again", async () => {
    const owner = await enter("owner", "tea");
    const pages = await walk(owner);
    expect(pages.map(({ rows }) => rows.length)).toEqual([AUDIT_ROWS_PER_PAGE, AUDIT_ROWS_PER_PAGE, 6]);
    const all = pages.flatMap(({ rows }) => rows);
    expect(new Set(all.map(({ id }) => id)).size).toBe(NOTES + 1);
    expect(all.map(({ at }) => at)).toEqual(all.map(({ at }) => at).sort().reverse());
    expect(all.flatMap(({ detail }) => (typeof detail.number === "number" ? [detail.number] : [])).sort((a, b) => a - b)).toEqual(Array.from({ length: NOTES }, (_, index) => index));

    const middle = await listAudit(owner, { newer: pages[2]!.newer! });
    expect(idsOf([middle])).toEqual(idsOf([pages[1]!]));
    const top = await listAudit(owner, { newer: middle.newer! });
    expect(idsOf([top])).toEqual(idsOf([pages[0]!]));
    expect(top.newer).toBeNull();
    expect(pages[0]!.newer).toBeNull();
  });

  test("says who, what, to what by name, and by which request", async () => {
    const { rows } = await listAudit(await enter("finance", "tea"), { group: "product" });
    expect(rows).toEqual([expect.objectContaining({ action: "product.created", actor: { kind: "user", id: PEOPLE.owner.id, name: "林见山" }, subject: { kind: "product", id: expect.any(String) as string, name: "青瓷主人杯", nameThen: "青瓷主人杯" }, requestId: "req-1", shopId: "shanshe" })]);
  });

  test("is narrowed by kind, person and subject", async () => {
    const owner = await enter("owner", "tea");
    expect((await listAudit(owner, { group: "offer" })).rows).toEqual([]);
    expect((await listAudit(owner, { actor: PEOPLE.finance.id })).rows).toEqual([]);
    const subject = (await listAudit(owner, { group: "product" })).rows[0]!.subject;
    expect((await listAudit(owner, { actor: PEOPLE.owner.id, subject: `product:${subject.id}` })).rows).toHaveLength(1);
  });

  test("holds no row of another shop or of the platform, whatever is asked", async () => {
    const owner = await enter("owner", "tea");
    const other = await walk(await enter("stranger", "other"));
    expect(other.flatMap(({ rows }) => rows.map(({ action }) => action))).toEqual(["shop.renamed"]);
    for (const asked of [{}, { shop: SHOPS.other.id }, { subject: `shop:${SHOPS.other.id}` }, { actor: PEOPLE.stranger.id }, { group: "rates" as const }]) {
      const rows = (await walk(owner, asked)).flatMap((page) => page.rows);
      expect(rows.filter(({ shopId }) => shopId !== SHOPS.tea.id)).toEqual([]);
    }
  });

  test("is empty in an empty shop", async () => {
    expect(await listAudit(await enter("owner", "empty"))).toEqual({ rows: [], newer: null, older: null });
  });

  test.each(["operator", "viewer"] as const)("is refused to the %s, who may not read it", async (name) => {
    await expect(listAudit(await enter(name, "tea"))).rejects.toMatchObject({ code: "forbidden" });
  });

  test("refuses a cursor that is none", async () => {
    await expect(listAudit(await enter("owner", "tea"), { older: "yesterday" })).rejects.toThrow();
  });
});

describe("the activity log of the platform", () => {
  test.each(["admin", "risk"] as const)("shows the %s the deeds of no shop, and no shop's even when asked for", async (name) => {
    const ctx = await onPlatform(name);
    for (const asked of [{}, { shop: SHOPS.tea.id }, { group: "product" as const }]) {
      const rows = (await walk(ctx, asked)).flatMap((page) => page.rows);
      expect(rows.filter(({ shopId }) => shopId !== null)).toEqual([]);
    }
    expect((await listAudit(ctx, { group: "rates" })).rows).toEqual([expect.objectContaining({ action: "rate-card.published", subject: { kind: "rate-card", id: "card_gone", name: null, nameThen: null } })]);
  });

  test("shows the auditor every shop's too, one at a time if asked, without cost prices", async () => {
    const auditor = await onPlatform("auditor");
    const all = (await walk(auditor)).flatMap((page) => page.rows);
    expect(all).toHaveLength(NOTES + 3);
    expect(new Set(all.map(({ shopId }) => shopId))).toEqual(new Set([null, SHOPS.tea.id, SHOPS.other.id]));
    expect((await listAudit(auditor, { shop: SHOPS.other.id })).rows.map(({ action }) => action)).toEqual(["shop.renamed"]);
    expect(JSON.stringify(all)).not.toContain("costPriceFen");
    expect(JSON.stringify((await listAudit(await enter("finance", "tea"), { group: "product" })).rows)).toContain('"costPriceFen":4321');
  });

  test("is refused to whoever has no permission for it", async () => {
    const ctx: PlatformContext = { ...(await onPlatform("admin")), permissions: new Set(["rate-card:view"]) };
    await expect(listAudit(ctx)).rejects.toMatchObject({ code: "forbidden" });
  });
});
