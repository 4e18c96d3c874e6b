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

describe("what could not be stored or read", () => {
  const post = (path: string, body: string, headers: Record<string, string> = { "content-type": "application/json" }) => ask(path, { method: "POST", body, headers });

  it.each([
    "/api/v1/labels?shop=%00&product=p&placement=poi",
    "/api/v1/labels?shop=s&product=%00&placement=poi&at=2026-11-22T00:00:00Z",
    "/api/v1/rate-cards?channel=a%00b",
    "/api/v1/rate-cards/%00",
    "/api/v1/policies?after=%00",
    "/api/v1/rate-cards/%zz",
    "/api/v1/rate-cards/%ff",
  ])("%s is malformed", async (address) => {
    const response = await ask(address);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "malformed" });
  });

  it.each([
    ["a NUL", String.raw`{"shop":"\u0000","product":"p","term":3}`],
    ["half of a character", String.raw`{"shop":"\ud800","product":"p","term":3}`],
    ["half of a character in a name", String.raw`{"\udc00":1}`],
  ])("a body with %s is malformed", async (_name, body) => {
    const response = await post("/api/v1/quotes", body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: "malformed" });
  });

  it("takes a whole character that was written in two halves", async () => {
    const response = await post("/api/v1/quotes", String.raw`{"shop":"\ud83c\udf75","product":"p","term":3}`);
    expect(response.status).toBe(404);
  });

  it.each(["", "[".repeat(400_000), `{"a":`.repeat(100_000)])("a body that does not parse is malformed", async (body) => {
    expect((await post("/api/v1/quotes", body)).status).toBe(400);
  });

  it("refuses deep nesting by its first field", async () => {
    expect((await post("/api/v1/quotes", `{"a":${"[".repeat(300_000)}${"]".repeat(300_000)}}`)).status).toBe(422);
  });

  it("takes a body whose length nobody said, and counts it", async () => {
    const stream = (text: string) => ({ method: "POST", duplex: "half", body: new Blob([text]).stream(), headers: { "content-type": "application/json" } });
    expect((await ask("/api/v1/quotes", stream(`{"shop":"nobody","product":"p","term":3}`) as RequestInit)).status).toBe(404);
    expect((await ask("/api/v1/quotes", stream(`{"shop":"${"x".repeat(1_000_001)}"}`) as RequestInit)).status).toBe(413);
  });

  it.each(["text/csv", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded"])("a route that takes JSON refuses %s", async (type) => {
    expect((await post("/api/v1/quotes", "a", { "content-type": type })).status).toBe(415);
  });

  it("says who is missing before it says what is wrong with a body", async () => {
    for (const path of ["/api/v1/shops/any/products", "/api/v1/shops/any/label-stops", "/api/v1/rate-cards", "/api/v1/policies", "/api/v1/lpr-rates"]) {
      expect((await post(path, "{}")).status, path).toBe(401);
    }
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
