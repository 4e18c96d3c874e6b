import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { createApi } from "@/lib/open-api/app";
import { env } from "@/lib/platform/env";
import { PEOPLE, type PersonName } from "@/prisma/seed/cast";
import { workOn } from "../../setup/run-import";
import { cup, openShops } from "./shop-people";

const api = createApi();
let shops: Awaited<ReturnType<typeof openShops>>;
beforeAll(async () => {
  shops = await openShops();
});

async function call(person: PersonName | null, method: string, path: string, body?: unknown, type = "application/json") {
  const headers: Record<string, string> = { origin: "http://localhost", host: "localhost" };
  if (person) headers.cookie = `next-auth.session-token=${await encode({ token: { userId: PEOPLE[person].id, sessionVersion: 0 }, secret: env().AUTH_SECRET })}`;
  if (body !== undefined) headers["content-type"] = type;
  const response = await api.request(`/api/v1/shops/shanshe${path}`, { method, headers, body: body === undefined ? undefined : typeof body === "string" ? body : JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, json: text === "" ? null : JSON.parse(text) };
}

const csv = (body: string, query = "?fileName=a.csv") => call("owner", "POST", `/imports${query}`, body, "text/csv");

describe("products over HTTP", () => {
  test("add, read, find, change, price history, remove", async () => {
    const created = await call("owner", "POST", "/products", cup({ externalId: "H-1", title: "接口盖碗" }));
    expect(created).toMatchObject({ status: 201, json: { title: "接口盖碗", version: 1 } });
    const path = `/products/${created.json.id}`;
    expect((await call("viewer", "GET", path)).json.skus[0]).not.toHaveProperty("costPriceFen");
    expect((await call("viewer", "GET", "/products?search=盖碗&limit=5")).json).toMatchObject({ products: [{ externalId: "H-1" }], next: null });
    expect((await call("viewer", "GET", "/product-facets")).json).toMatchObject({ categories: [{ value: "茶杯", count: 1 }] });
    const { id: _id, externalId: _externalId, ...facts } = created.json;
    expect(await call("owner", "PUT", path, { ...facts, title: "改名盖碗" })).toMatchObject({ status: 200, json: { version: 2 } });
    expect(await call("owner", "PUT", path, { ...facts, title: "旧的" })).toMatchObject({ status: 409, json: { code: "conflict", data: { current: { title: "改名盖碗" } } } });
    expect((await call("owner", "GET", `${path}/prices`)).json.records).toHaveLength(1);
    expect((await call("owner", "DELETE", `${path}?version=2`)).status).toBe(204);
  });

  test("a taken external id and a refused price say so", async () => {
    await call("owner", "POST", "/products", cup({ externalId: "H-2" }));
    expect(await call("owner", "POST", "/products", cup({ externalId: "H-2" }))).toMatchObject({ status: 409, json: { code: "duplicate" } });
    const [sku] = cup().skus;
    expect(await call("owner", "POST", "/products", cup({ skus: [{ ...sku!, cashPriceFen: -1 }] }))).toMatchObject({ status: 422, json: { issues: [{ path: "skus.0.cashPriceFen" }] } });
    expect((await call("owner", "GET", "/products?limit=1000")).status).toBe(422);
  });
});

describe("imports over HTTP", () => {
  test("upload, map, look at refused rows, commit", async () => {
    const uploaded = await csv("甲,乙,丙\nA-1,接口茶杯,12\nA-2,茶壶,-1\n");
    expect(uploaded).toMatchObject({ status: 201, json: { state: "uploaded", kind: "csv", header: ["甲", "乙", "丙"] } });
    const path = `/imports/${uploaded.json.id}`;
    expect(await call("owner", "PUT", `${path}/mapping`, { version: 1, mapping: { externalId: 0, title: 1, cashPrice: 2 } })).toMatchObject({ status: 202, json: { state: "checking" } });
    await workOn(shops.owner, uploaded.json.id);
    expect((await call("owner", "GET", path)).json).toMatchObject({ state: "mapped", acceptedCount: 1, refusedCount: 1 });
    expect((await call("owner", "GET", `${path}/refused-rows`)).json.rows).toMatchObject([{ line: 3, reasons: [{ field: "cashPrice", code: "negative" }] }]);
    expect(await call("owner", "POST", `${path}/commit`, { version: 2 })).toMatchObject({ status: 202, json: { state: "committing" } });
    expect(await call("owner", "POST", `${path}/cancel`, { version: 3 })).toMatchObject({ status: 200, json: { state: "mapped" } });
    expect(await call("owner", "POST", `${path}/commit`, { version: 4 })).toMatchObject({ status: 202 });
    await workOn(shops.owner, uploaded.json.id);
    expect((await call("owner", "GET", path)).json).toMatchObject({ state: "committed", createdCount: 1 });
    expect(await call("owner", "POST", `${path}/commit`, { version: 2 })).toMatchObject({ status: 409, json: { code: "wrong_state" } });
    expect((await call("owner", "GET", "/imports")).json.imports[0].id).toBe(uploaded.json.id);
  });

  test("throws away, refuses what is no CSV and what cannot be read", async () => {
    const uploaded = await csv("id,title,price\n1,a,2\n");
    expect((await call("owner", "DELETE", `/imports/${uploaded.json.id}?version=1`)).status).toBe(409);
    await workOn(shops.owner, uploaded.json.id);
    expect((await call("owner", "DELETE", `/imports/${uploaded.json.id}?version=1`)).status).toBe(204);
    expect(await csv('id,title,price\n1,"a,2\n')).toMatchObject({ status: 422, json: { code: "unreadable_file", params: { problem: "broken-quote" } } });
    expect((await csv("id,title,price\n1,a,2\n", "")).status).toBe(422);
    expect((await csv("id,title,price\n1,a,2\n", "?fileName=a.csv&encoding=latin1")).status).toBe(422);
    expect((await call("owner", "POST", "/imports?fileName=a.csv", "{}")).status).toBe(415);
  });
});

const ROUTES: [string, string, unknown?][] = [
  ["GET", "/products"],
  ["GET", "/product-facets"],
  ["POST", "/products", cup()],
  ["GET", "/products/export?kind=csv"],
  ["GET", "/products/x"],
  ["PUT", "/products/x", { ...cup(), version: 1 }],
  ["DELETE", "/products/x?version=1"],
  ["GET", "/products/x/prices"],
  ["GET", "/imports"],
  ["POST", "/imports?fileName=a.csv", "id,title,price\n1,a,2\n"],
  ["GET", "/imports/x"],
  ["GET", "/imports/x/refused-rows"],
  ["PUT", "/imports/x/mapping", { version: 1, mapping: { externalId: 0, title: 1, cashPrice: 2 } }],
  ["POST", "/imports/x/commit", { version: 1 }],
  ["POST", "/imports/x/cancel", { version: 1 }],
  ["DELETE", "/imports/x?version=1"],
];
const OPEN_TO_VIEWERS = new Set(["GET /products", "GET /product-facets", "GET /products/x", "GET /products/x/prices"]);

describe("who may not", () => {
  const type = (body: unknown) => (typeof body === "string" ? "text/csv" : "application/json");

  test.each(ROUTES)("%s %s needs a session", async (method, path, body) => {
    expect(await call(null, method, path, body, type(body))).toMatchObject({ status: 401, json: { code: "unauthenticated" } });
  });

  test.each(ROUTES)("%s %s is not there for another shop", async (method, path, body) => {
    expect(await call("stranger", method, path, body, type(body))).toMatchObject({ status: 404, json: { code: "not_found" } });
  });

  test.each(ROUTES.filter(([method, path]) => !OPEN_TO_VIEWERS.has(`${method} ${path}`)))("%s %s is not for viewers", async (method, path, body) => {
    expect(await call("viewer", method, path, body, type(body))).toMatchObject({ status: 403, json: { code: "forbidden" } });
  });
});
