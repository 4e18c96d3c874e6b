import { beforeAll, describe, expect, it } from "vitest";
import { encode } from "next-auth/jwt";
import { hashPassword } from "@/lib/access/password";
import { createApi } from "@/lib/open-api/app";
import { env } from "@/lib/platform/env";
import { asOwner } from "../../setup/as-owner";

const api = createApi();

beforeAll(async () => {
  await asOwner("insert into app_user (id, email, name, password_hash, session_version) values ('usr_lin', 'lin@example.test', '林晓', $1, 3)", [
    await hashPassword("correct horse battery"),
  ]);
});

const cookieOf = async (token: Record<string, unknown>) => `next-auth.session-token=${await encode({ token, secret: env().AUTH_SECRET })}`;

describe("GET /api/v1/session", () => {
  it("says who is signed in", async () => {
    const response = await api.request("/api/v1/session", { headers: { cookie: await cookieOf({ userId: "usr_lin", sessionVersion: 3 }) } });
    expect(response.status).toBe(200);
    expect(await response.json()).toEqual({ user: { id: "usr_lin", name: "林晓" }, shops: [] });
    expect(response.headers.get("ratelimit-policy")).toBe('"read";q=1200;w=60');
  });

  it.each([
    ["no cookie", ""],
    ["a forged cookie", "next-auth.session-token=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..a.b.c"],
  ])("refuses %s", async (_name, cookie) => {
    const response = await api.request("/api/v1/session", { headers: { cookie, "x-request-id": "test-request-1" } });
    expect(response.status).toBe(401);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ code: "unauthenticated", status: 401, requestId: "test-request-1" });
  });

  it("refuses a session that was ended since", async () => {
    const response = await api.request("/api/v1/session", { headers: { cookie: await cookieOf({ userId: "usr_lin", sessionVersion: 2 }) } });
    expect(response.status).toBe(401);
  });
});
