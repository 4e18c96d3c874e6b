import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asSystemInShop, enterShop } from "@/lib/access/gates";
import { markRead } from "@/lib/notifications/mark-read";
import { notify } from "@/lib/notifications/notify";
import { countUnread, listNotifications } from "@/lib/notifications/queries";
import { movableClock } from "@/lib/platform/clock";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { PEOPLE, SHOPS, type PersonName } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";
import { asOwner } from "../../setup/as-owner";

const clock = movableClock("2026-11-22T02:00:00.000Z");
const enter = (name: PersonName, shop: keyof typeof SHOPS): Promise<ShopContext> => enterShop({ userId: PEOPLE[name].id, name: PEOPLE[name].name, locale: null, theme: null }, SHOPS[shop].id, { clock });

async function tell(shop: keyof typeof SHOPS, key: string): Promise<void> {
  clock.advance(60_000);
  await inTransaction(asSystemInShop(SHOPS[shop].id, { clock }), (ctx) => notify(ctx, { kind: "offer-started", params: { offer: key }, subject: null, dedupeKey: key }));
}

beforeAll(async () => {
  await seedCast(asSystem());
  for (const key of ["a", "b", "c", "c"]) await tell("tea", key);
  await tell("other", "theirs");
});

describe("notifications", () => {
  test("are told once, newest first, to the people of the shop", async () => {
    const { rows } = await listNotifications(await enter("owner", "tea"));
    expect(rows.map(({ params, isRead }) => [params.offer, isRead])).toEqual([
      ["c", false],
      ["b", false],
      ["a", false],
    ]);
  });

  test("are read by one person at a time, which is audited; once more changes nothing", async () => {
    const owner = await enter("owner", "tea");
    const { rows } = await listNotifications(owner);
    expect(await markRead(owner, { ids: [rows[0]!.id] })).toEqual({ marked: 1 });
    expect(await markRead(owner, { ids: [rows[0]!.id] })).toEqual({ marked: 0 });
    expect(await countUnread(owner)).toBe(2);
    expect(await countUnread(await enter("viewer", "tea"))).toBe(3);
    const audit = await asOwner("select actor_id, detail from audit_entry where action = 'notification.read'");
    expect(audit).toEqual([{ actor_id: PEOPLE.owner.id, detail: { ids: [rows[0]!.id] } }]);
  });

  test("all at once", async () => {
    const owner = await enter("owner", "tea");
    expect(await markRead(owner)).toEqual({ marked: 2 });
    expect(await countUnread(owner)).toBe(0);
  });

  test("of another shop are not found", async () => {
    const { rows } = await listNotifications(await enter("stranger", "other"));
    await expect(markRead(await enter("owner", "tea"), { ids: [rows[0]!.id] })).rejects.toMatchObject({ code: "not_found" });
  });

  test("need notification:view", async () => {
    const ctx: ShopContext = { ...(await enter("owner", "tea")), permissions: new Set() };
    await expect(markRead(ctx)).rejects.toMatchObject({ code: "forbidden" });
    await expect(listNotifications(ctx)).rejects.toMatchObject({ code: "forbidden" });
  });

  test("come in pages, down and up again", async () => {
    const ctx = await enter("owner", "empty");
    for (let number = 1; number <= 70; number++) await tell("empty", `n${number}`);
    const first = await listNotifications(ctx);
    const second = await listNotifications(ctx, { older: first.older! });
    const third = await listNotifications(ctx, { older: second.older! });
    expect([first, second, third].map(({ rows, newer, older }) => [rows.length, newer !== null, older !== null])).toEqual([
      [30, false, true],
      [30, true, true],
      [10, true, false],
    ]);
    expect((await listNotifications(ctx, { newer: third.newer! })).rows).toEqual(second.rows);
    expect(await listNotifications(ctx, { newer: second.newer! })).toMatchObject({ rows: first.rows, newer: null });
    expect(await countUnread(ctx)).toBe(70);
  });

  test("two clicks at once mark once", async () => {
    const ctx = await enter("owner", "empty");
    const results = await Promise.all([markRead(ctx), markRead(ctx)]);
    expect(results.reduce((sum, { marked }) => sum + marked, 0)).toBe(70);
  });
});
