import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, enterShop } from "@/lib/access/gates";
import type { ShopContext } from "@/lib/platform/context";
import { listMembers } from "@/lib/shops/list-members";
import { getShop } from "@/lib/shops/queries";
import { renameShop } from "@/lib/shops/rename-shop";
import { PEOPLE, SHOPS, type PersonName } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";
import { asOwner } from "../../setup/as-owner";

const enter = (name: PersonName, shop: keyof typeof SHOPS): Promise<ShopContext> => enterShop({ userId: PEOPLE[name].id, name: PEOPLE[name].name, locale: null, theme: null }, SHOPS[shop].id);

beforeAll(() => seedCast(asSystem()));

describe("renaming a shop", () => {
  test("works and is audited; the neighbor keeps its name", async () => {
    const ctx = await enter("owner", "tea");
    await expect(renameShop(ctx, { name: "  山舍 ", expectedName: SHOPS.tea.name })).resolves.toEqual({ id: SHOPS.tea.id, name: "山舍" });
    expect(await getShop(ctx)).toEqual({ id: SHOPS.tea.id, name: "山舍" });
    expect(await getShop(await enter("stranger", "other"))).toMatchObject({ name: SHOPS.other.name });
    const audit = await asOwner("select action, subject, detail from audit_entry where shop_id = $1", [SHOPS.tea.id]);
    expect(audit).toEqual([{ action: "shop.renamed", subject: `shop:${SHOPS.tea.id}`, detail: { before: SHOPS.tea.name, after: "山舍" } }]);
  });

  test("another shop is not there", async () => {
    await expect(enter("stranger", "tea")).rejects.toMatchObject({ code: "not_found" });
  });

  test("needs shop:edit", async () => {
    await expect(renameShop(await enter("viewer", "tea"), { name: "x", expectedName: "山舍" })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("after somebody else's change is a conflict that says the current name", async () => {
    await expect(renameShop(await enter("owner", "tea"), { name: "新名", expectedName: "旧名" })).rejects.toMatchObject({ code: "conflict", detail: { data: { current: { name: "山舍" } } } });
  });

  test.each(["", "   ", "长".repeat(41)])("refuses %j", async (name) => {
    await expect(renameShop(await enter("owner", "tea"), { name, expectedName: "山舍" })).rejects.toMatchObject({ name: "ZodError" });
  });
});

describe("the members of a shop", () => {
  test("are its own only", async () => {
    const { members, next } = await listMembers(await enter("viewer", "tea"));
    expect(members.map(({ userId }) => userId).sort()).toEqual([PEOPLE.finance.id, PEOPLE.operator.id, PEOPLE.owner.id, PEOPLE.viewer.id].sort());
    expect(next).toBeNull();
  });

  test("come in pages", async () => {
    await asOwner("insert into app_user (id, email, name, password_hash) select 'usr_m' || n, 'm' || n || '@example.test', 'm' || n, 'none' from generate_series(1, 60) n");
    await asOwner("insert into membership (id, user_id, shop_id, role) select 'mem_m' || n, 'usr_m' || n, $1, 'shop_viewer' from generate_series(1, 60) n", [SHOPS.other.id]);
    const ctx = await enter("stranger", "other");
    const first = await listMembers(ctx);
    const second = await listMembers(ctx, { after: first.next! });
    expect([first.members.length, second.members.length, second.next]).toEqual([50, 11, null]);
    expect(new Set([...first.members, ...second.members].map(({ userId }) => userId)).size).toBe(61);
  });
});
