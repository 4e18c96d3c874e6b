import { describe, expect, it } from "vitest";
import { encode } from "next-auth/jwt";
import { createApi } from "@/lib/open-api/app";
import { env } from "@/lib/platform/env";
import { ERROR_STATUS } from "@/lib/platform/errors";

const api = createApi();
const cookie = `next-auth.session-token=${await encode({ token: { userId: "usr_nobody", sessionVersion: 0 }, secret: env().AUTH_SECRET })}`;
const ask = (path: string, init: RequestInit = {}, clientAddress = "192.0.2.1") => api.request(path, init, { clientAddress });

describe("every error of the API", () => {
  it.each([
    ["an unknown path", "GET", "/api/v1/nothing-here", 404, "not_found"],
    ["a wrong method", "DELETE", "/api/v1/session", 405, "method_not_allowed"],
  ])("%s is problem+json", async (_name, method, path, status, code) => {
    const response = await ask(path, { method });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    expect(await response.json()).toMatchObject({ status, code, type: `/api/docs/errors/${code}` });
    expect(response.headers.get("x-request-id")).toBeTruthy();
  });

  it("names the methods that the path knows", async () => {
    expect((await ask("/api/v1/session", { method: "PUT" })).headers.get("allow")).toBe("GET, HEAD");
  });

  it("takes over a sound request id and makes one for an unsound one", async () => {
    const sound = await ask("/api/v1/session", { headers: { "x-request-id": "order-service.42" } });
    expect(sound.headers.get("x-request-id")).toBe("order-service.42");
    const unsound = await ask("/api/v1/session", { headers: { "x-request-id": "a b<script>" } });
    expect(unsound.headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });
});

describe("the page of an error", () => {
  it.each(Object.entries(ERROR_STATUS))("%s is explained where its type leads", async (code, status) => {
    const response = await ask(`/api/docs/errors/${code}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain(`# ${code} · ${status}`);
  });

  it("is no way to other files", async () => {
    expect((await ask("/api/docs/errors/..%2f..%2fpackage")).status).toBe(404);
  });
});

describe("what a request may carry", () => {
  it("refuses a form of the simple kind, which another site could post", async () => {
    const response = await ask("/api/v1/session", { method: "POST", body: "a=1", headers: { "content-type": "text/plain" } });
    expect(response.status).toBe(415);
  });

  it("refuses a body above the limit", async () => {
    const response = await ask("/api/v1/session", {
      method: "POST",
      body: "x".repeat(1_000_001),
      headers: { "content-type": "application/json", "content-length": "1000001" },
    });
    expect(response.status).toBe(413);
    expect(await response.json()).toMatchObject({ code: "too_large" });
  });
});

describe("a session cookie on a request that changes something", () => {
  const post = (headers: Record<string, string>) =>
    ask("http://shop.example/api/v1/session", { method: "POST", body: "{}", headers: { host: "shop.example", "content-type": "application/json", cookie, ...headers } });

  it.each([
    ["another site's origin", { origin: "https://evil.example" }],
    ["an origin that is none", { origin: "null" }],
    ["no origin at all", {}],
    ["a browser that says cross-site", { origin: "http://shop.example", "sec-fetch-site": "cross-site" }],
    ["a neighbor under the same domain", { "sec-fetch-site": "same-site" }],
  ])("is refused with %s", async (_name, headers) => {
    const response = await post(headers);
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "cross_site" });
  });

  it.each([
    ["our own origin", { origin: "http://shop.example" }],
    ["a browser that says same-origin", { "sec-fetch-site": "same-origin" }],
  ])("goes on with %s", async (_name, headers) => {
    expect((await post(headers)).status).toBe(405);
  });
});

describe("the rate limit", () => {
  it("answers 429 with the wait once an address has spent its minute, and leaves others alone", async () => {
    let last = await ask("/api/v1/session", { method: "POST" }, "2001:db8:1:2::a");
    for (let count = 0; count < 300; count++) last = await ask("/api/v1/session", { method: "POST" }, "2001:db8:1:2::b");
    expect(last.status).toBe(429);
    expect(Number(last.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await last.json()).toMatchObject({ code: "rate_limited" });
    expect((await ask("/api/v1/session", { method: "POST" }, "2001:db8:1:3::a")).status).toBe(405);
  });
});

describe("the description", () => {
  it("is OpenAPI 3.1 and every route names its refusals", async () => {
    const description = (await (await ask("/api/v1/openapi.json")).json()) as { openapi: string; paths: Record<string, Record<string, { responses: Record<string, unknown> }>> };
    expect(description.openapi).toBe("3.1.0");
    const routes = Object.values(description.paths).flatMap((path) => Object.values(path));
    expect(routes.length).toBeGreaterThan(0);
    for (const route of routes) expect(Object.keys(route.responses)).toContain("429");
  });

  it("has a page that needs nobody else's server", async () => {
    const page = await (await ask("/api/docs")).text();
    expect(page).toContain('<html lang="en">');
    expect(page).not.toMatch(/https?:\/\//);
    for (const [, asset] of page.matchAll(/(?:src|href)="(\/api\/docs\/assets\/[^"]+)"/g)) expect((await ask(asset!)).status).toBe(200);
    expect((await ask("/api/docs/assets/..%2fpackage.json")).status).toBe(404);
  });
});
