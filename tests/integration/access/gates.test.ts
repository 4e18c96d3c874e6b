import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, enterPlatform, enterShop, type SignedIn } from "@/lib/access/gates";
import { requirePermission } from "@/lib/access/require-permission";
import { PERMISSIONS, ROLE_PERMISSIONS } from "@/lib/access/roles";
import { findSignedIn } from "@/lib/access/session";
import { signIn } from "@/lib/access/sign-in";
import { DEMO_PASSWORD, PEOPLE, SHOPS, type PersonName } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";

const signedIn = (name: PersonName): SignedIn => ({ userId: PEOPLE[name].id, name: PEOPLE[name].name, locale: null, theme: null });

beforeAll(() => seedCast(asSystem()));

describe("the gate to a shop", () => {
  test("lets members in with the permissions of their role", async () => {
    const owner = await enterShop(signedIn("owner"), SHOPS.tea.id);
    expect(owner.shopId).toBe(SHOPS.tea.id);
    expect([...owner.permissions].sort()).toEqual([...ROLE_PERMISSIONS.shop_owner].sort());
    const viewer = await enterShop(signedIn("viewer"), SHOPS.tea.id);
    expect(() => requirePermission(viewer, "offer:publish")).toThrow("forbidden");
  });

  test.each([
    ["another shop's owner", "stranger", SHOPS.tea.id],
    ["a member at a shop without membership", "operator", SHOPS.empty.id],
    ["platform staff", "admin", SHOPS.tea.id],
    ["anybody at a shop that is not there", "owner", "no-such-shop"],
  ] as const)("is not there for %s", async (_, person, shop) => {
    await expect(enterShop(signedIn(person), shop)).rejects.toMatchObject({ code: "not_found" });
  });

  test("is not there for what is no name of a shop, as a hand-made action may send it", async () => {
    const anyShop = { not: "x" } as unknown as string;
    await expect(enterShop(signedIn("owner"), anyShop)).rejects.toMatchObject({ code: "not_found" });
  });

  test("the platform's workspace is closed to shop people, and an auditor changes nothing there", async () => {
    await expect(enterPlatform(signedIn("owner"))).rejects.toMatchObject({ code: "forbidden" });
    const auditor = await enterPlatform(signedIn("auditor"));
    expect([...auditor.permissions].filter((permission) => !/:view(-|$)/.test(permission))).toEqual([]);
  });

  test("every permission is given to somebody", () => {
    const given = new Set<string>(Object.values(ROLE_PERMISSIONS).flat());
    expect(PERMISSIONS.filter((permission) => !given.has(permission) && permission !== "account:edit")).toEqual([]);
  });
});

describe("signing in", () => {
  test("needs the right password, whatever the case of the address", async () => {
    const who = await signIn({ email: PEOPLE.owner.email.toUpperCase(), password: DEMO_PASSWORD }, "10.0.0.1");
    expect(who).toMatchObject({ userId: PEOPLE.owner.id, sessionVersion: 0 });
    expect(await findSignedIn(who)).toMatchObject({ userId: PEOPLE.owner.id });
  });

  test("says the same for a wrong password, an unknown address and nonsense", async () => {
    for (const input of [
      { email: PEOPLE.owner.email, password: "wrong" },
      { email: "nobody@nowhere.example", password: DEMO_PASSWORD },
      { email: "not an address", password: "" },
    ]) {
      await expect(signIn(input, "10.0.0.2")).rejects.toMatchObject({ code: "invalid_credentials" });
    }
  });

  test("stops guessing at one account and says how long", async () => {
    const guess = () => signIn({ email: PEOPLE.risk.email, password: "guess" }, "10.0.0.3");
    for (let attempt = 0; attempt < 8; attempt++) await expect(guess()).rejects.toMatchObject({ code: "invalid_credentials" });
    await expect(guess()).rejects.toMatchObject({ code: "rate_limited", detail: { params: { seconds: expect.any(Number) } } });
  });

  test("a session of an older version, or of nobody, is no session", async () => {
    expect(await findSignedIn({ userId: PEOPLE.owner.id, sessionVersion: 7 })).toBeNull();
    expect(await findSignedIn({ userId: "usr_nobody", sessionVersion: 0 })).toBeNull();
    expect(await findSignedIn(null)).toBeNull();
  });
});
