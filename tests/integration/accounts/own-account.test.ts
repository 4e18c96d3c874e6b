import { beforeAll, describe, expect, test } from "vitest";
import { asSystem, asUser, enterShop, type SignedIn } from "@/lib/access/gates";
import { findSignedIn } from "@/lib/access/session";
import { signIn } from "@/lib/access/sign-in";
import { changePassword } from "@/lib/accounts/change-password";
import { changePreferences } from "@/lib/accounts/change-preferences";
import { endSessions } from "@/lib/accounts/end-sessions";
import { getAccount, isDemoLoaded } from "@/lib/accounts/queries";
import { DEMO_PASSWORD, PEOPLE, SHOPS, type PersonName } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";
import { asOwner } from "../../setup/as-owner";

const NEW_PASSWORD = "four unrelated words";
const signedIn = (name: PersonName): SignedIn => ({ userId: PEOPLE[name].id, name: PEOPLE[name].name, locale: null, theme: null });
const account = (name: PersonName) => asUser(signedIn(name));
const nobody = asUser({ userId: "usr_gone", name: "gone", locale: null, theme: null });
const auditOf = (name: PersonName) => asOwner<{ action: string; detail: Record<string, unknown> }>("select action, detail from audit_entry where actor_id = $1 order by id", [PEOPLE[name].id]);
const sessionVersion = async (name: PersonName) => (await asOwner<{ session_version: number }>("select session_version from app_user where id = $1", [PEOPLE[name].id]))[0]!.session_version;

beforeAll(async () => {
  expect(await isDemoLoaded(asSystem())).toBe(false);
  await seedCast(asSystem());
});

test("the demo cast is noticed", async () => {
  expect(await isDemoLoaded(asSystem())).toBe(true);
});

describe("preferences", () => {
  test("are kept with the person and audited; what is left out stays", async () => {
    await changePreferences(account("owner"), { locale: "en", theme: "dark" });
    await changePreferences(account("owner"), { theme: null });
    expect(await getAccount(account("owner"))).toMatchObject({ locale: "en", theme: null });
    expect((await auditOf("owner")).at(-1)).toEqual({
      action: "user.preferences-changed",
      detail: { before: { locale: "en", theme: "dark" }, after: { locale: "en", theme: null } },
    });
    expect((await asOwner("select 1 from app_user where locale is not null")).length).toBe(1);
  });

  test("of somebody who is gone are not found", async () => {
    await expect(changePreferences(nobody, { locale: "en" })).rejects.toMatchObject({ code: "not_found" });
  });

  test("are not changed from within a shop, by an API key or a job", async () => {
    const ctx = await enterShop(signedIn("owner"), SHOPS.tea.id);
    await expect(changePreferences(ctx, { locale: "en" })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("take no other language or theme", async () => {
    await expect(changePreferences(account("owner"), { locale: "fr" } as never)).rejects.toThrow("Invalid option");
  });
});

describe("the password", () => {
  test("changes, ends every session and is audited without a trace of itself", async () => {
    const before = await signIn({ email: PEOPLE.operator.email, password: DEMO_PASSWORD }, "192.0.2.1");
    await changePassword(account("operator"), { currentPassword: DEMO_PASSWORD, newPassword: NEW_PASSWORD });
    expect(await findSignedIn({ userId: before.userId, sessionVersion: before.sessionVersion })).toBeNull();
    await expect(signIn({ email: PEOPLE.operator.email, password: DEMO_PASSWORD }, "192.0.2.1")).rejects.toMatchObject({ code: "invalid_credentials" });
    await expect(signIn({ email: PEOPLE.operator.email, password: NEW_PASSWORD }, "192.0.2.1")).resolves.toMatchObject({ userId: PEOPLE.operator.id });
    expect(await auditOf("operator")).toEqual([{ action: "user.password-changed", detail: {} }]);
  });

  test("stays when the current one is wrong, and guessing is slowed down", async () => {
    const guess = () => changePassword(account("viewer"), { currentPassword: "a wrong guess", newPassword: NEW_PASSWORD });
    const version = await sessionVersion("viewer");
    for (let attempt = 0; attempt < 8; attempt++) await expect(guess()).rejects.toMatchObject({ code: "invalid_credentials" });
    await expect(guess()).rejects.toMatchObject({ code: "rate_limited" });
    expect(await sessionVersion("viewer")).toBe(version);
    expect(await auditOf("viewer")).toEqual([]);
  });

  test("of two changes at once only one wins", async () => {
    const change = (newPassword: string) => changePassword(account("finance"), { currentPassword: DEMO_PASSWORD, newPassword });
    const results = await Promise.allSettled([change("first new password"), change("second new password")]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = results.find((result) => result.status === "rejected");
    expect(["conflict", "invalid_credentials"]).toContain(refused?.reason.code);
    expect(await auditOf("finance")).toHaveLength(1);
  });

  test.each([
    ["too short", "short"],
    ["the same", DEMO_PASSWORD],
  ])("is refused when it is %s", async (_, newPassword) => {
    await expect(changePassword(account("owner"), { currentPassword: DEMO_PASSWORD, newPassword })).rejects.toMatchObject({ name: "ZodError" });
  });

  test("needs the person's own session", async () => {
    const ctx = await enterShop(signedIn("owner"), SHOPS.tea.id);
    await expect(changePassword(ctx, { currentPassword: DEMO_PASSWORD, newPassword: NEW_PASSWORD })).rejects.toMatchObject({ code: "forbidden" });
    await expect(changePassword(nobody, { currentPassword: DEMO_PASSWORD, newPassword: NEW_PASSWORD })).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("ending all sessions", () => {
  test("ends the ones of this person only, and is audited", async () => {
    const mine = { userId: PEOPLE.owner.id, sessionVersion: await sessionVersion("owner") };
    const theirs = { userId: PEOPLE.stranger.id, sessionVersion: await sessionVersion("stranger") };
    await endSessions(account("owner"));
    expect(await findSignedIn(mine)).toBeNull();
    expect(await findSignedIn(theirs)).toMatchObject({ userId: PEOPLE.stranger.id });
    expect((await auditOf("owner")).at(-1)?.action).toBe("user.sessions-ended");
  });

  test("is refused elsewhere", async () => {
    await expect(endSessions(await enterShop(signedIn("owner"), SHOPS.tea.id))).rejects.toMatchObject({ code: "forbidden" });
    await expect(endSessions(nobody)).rejects.toMatchObject({ code: "not_found" });
  });
});
