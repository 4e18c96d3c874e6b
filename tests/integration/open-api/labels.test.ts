import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApi } from "@/lib/open-api/app";
import { answerLabelQuery } from "@/lib/open-api/label-path";
import { env } from "@/lib/platform/env";
import { labelIndex } from "@/lib/storefront/label-index";
import { PEOPLE, type PersonName } from "@/prisma/seed/cast";
import { addOffer, addProduct, openLabelShops } from "../labels/label-shop";

// The index of the process keeps the real time, so the facts lie in the past.
const { owner } = await openLabelShops(new Date(Date.now() - 60_000).toISOString());
const api = createApi();
const window = { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 30 * 86_400_000).toISOString() };

beforeAll(async () => {
  await labelIndex().start();
  await addProduct(owner, "T-1", [{ code: "one", cashPriceFen: 129_900 }]);
  await addProduct(owner, "T-2", [{ code: "small", cashPriceFen: 20_000 }, { code: "large", cashPriceFen: 40_000 }]);
  await addOffer(owner, { window, templates: { LIVESTREAM: "zero-interest", SHOWCASE: "zero-interest-per-period", POI: "zero-interest" } });
});
afterAll(() => labelIndex().stop());

const get = (search: string, headers: Record<string, string> = {}) => api.request(`http://shop.example/api/v1/labels${search}`, { headers }, { clientAddress: "192.0.2.7" });
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  api.request(`http://shop.example${path}`, { method: "POST", body: JSON.stringify(body), headers: { host: "shop.example", origin: "http://shop.example", "content-type": "application/json", ...headers } }, { clientAddress: "192.0.2.8" });
async function cookieOf(name: PersonName) {
  return { cookie: `next-auth.session-token=${await encode({ token: { userId: PEOPLE[name].id, sessionVersion: 0 }, secret: env().AUTH_SECRET })}` };
}

describe("GET /api/v1/labels", () => {
  it("gives the label in the published shape", async () => {
    const response = await get("?shop=shanshe&product=T-1&placement=livestream");
    expect(response.status).toBe(200);
    expect(response.headers.get("cache-control")).toBe("no-cache");
    const answer = (await response.json()) as { label: Record<string, unknown> };
    expect(Object.keys(answer)).toEqual(["label", "reason"]);
    expect(Object.keys(answer.label)).toEqual(["mainLine", "subLine", "term", "perPeriodFen", "priceFen", "nominalAprPercent", "effectiveAprPercent", "interestFree", "disclosureUrl", "offerId", "revision", "quoteFingerprint", "validUntil"]);
  });

  it("carries the fingerprint of the quote that anybody can ask for", async () => {
    const { label } = (await (await get("?shop=shanshe&product=T-1&placement=livestream")).json()) as { label: { offerId: string; term: number; quoteFingerprint: string } };
    const quote = await post("/api/v1/quotes", { shop: "shanshe", product: "T-1", term: label.term, offer: label.offerId });
    expect(quote.status).toBe(200);
    expect(await quote.json()).toMatchObject({ fingerprint: label.quoteFingerprint });
  });

  it("is answered from memory with the same bytes, and with 304 to who has them", async () => {
    const search = "?shop=shanshe&product=T-1&placement=livestream";
    const long = await get(search);
    const short = await answerLabelQuery(search, undefined);
    expect(Buffer.from(short.body!, "latin1").toString()).toBe(await long.text());
    const etag = long.headers.get("etag")!;
    expect((await get(search, { "if-none-match": etag })).status).toBe(304);
    expect(await answerLabelQuery(search, `"other", W/${etag}`)).toMatchObject({ status: 304, body: null });
  });

  it("replaces the price by the amount, and asks for the SKU where the words name an amount", async () => {
    expect(await (await get("?shop=shanshe&product=T-1&placement=poi&amount=60000")).json()).toMatchObject({ label: { priceFen: 60_000, perPeriodFen: 20_000 } });
    expect(await (await get("?shop=shanshe&product=T-2&placement=showcase")).json()).toEqual({ label: null, reason: "sku-required" });
    expect(await (await get("?shop=shanshe&product=T-2&sku=large&placement=showcase")).json()).toMatchObject({ label: { mainLine: "3期0息 每期¥133.34 年化0.00%" } });
    expect(await (await get("?shop=shanshe&product=T-2&placement=poi")).json()).toMatchObject({ label: { priceFen: 20_000 } });
    expect(await (await get("?shop=shanshe&product=T-1&placement=poi&amount=100")).json()).toEqual({ label: null, reason: "amount-out-of-range" });
  });

  it.each([
    ["?shop=shanshe&product=T-1", "placement"],
    ["?shop=shanshe&product=T-1&placement=LIVESTREAM", "placement"],
    ["?shop=shanshe&product=T-1&placement=poi&amount=1.5", "amount"],
    ["?shop=shanshe&product=T-1&placement=poi&amount=-1", "amount"],
    ["?shop=shanshe&product=T-1&placement=poi&amount=0", "amount"],
    ["?shop=shanshe&product=T-1&product=T-2&placement=poi", "product"],
    ["?shop=shanshe&product=T-1&placement=poi&at=yesterday", "at"],
    ["?shop=shanshe&product=T-1&placement=poi&color=red", ""],
  ])("refuses %s by name", async (search, path) => {
    const response = await get(search);
    expect(response.status).toBe(422);
    expect(((await response.json()) as { issues: { path: string }[] }).issues[0]?.path).toBe(path);
  });

  it.each(["?shop=nobody&product=T-1&placement=poi", "?shop=shanshe&product=T-9&placement=poi", "?shop=shanshe&product=T-1&sku=x&placement=poi", "?shop=shanshe&product=T-9&placement=poi&at=2026-01-01T00:00:00Z"])("does not find %s", async (search) => {
    expect((await get(search)).status).toBe(404);
  });

  it("shows the past to everybody and the future to the shop's people alone", async () => {
    const at = (instant: Date) => `?shop=shanshe&product=T-1&placement=poi&at=${encodeURIComponent(instant.toISOString())}`;
    expect(await (await get(at(new Date(Date.now() - 30 * 86_400_000)))).json()).toEqual({ label: null, reason: "not-for-sale" });
    const tomorrow = at(new Date(Date.now() + 86_400_000));
    expect((await get(tomorrow)).status).toBe(401);
    expect((await get(tomorrow, await cookieOf("stranger"))).status).toBe(403);
    expect(await (await get(tomorrow, await cookieOf("viewer"))).json()).toMatchObject({ reason: "labelled" });
  });
});

describe("POST /api/v1/labels/batch", () => {
  const item = { shop: "shanshe", product: "T-1", placement: "livestream" };

  it("answers each item in its place", async () => {
    const response = await post("/api/v1/labels/batch", { items: [item, { ...item, product: "T-9" }, { ...item, product: "T-2", placement: "showcase" }] });
    expect(response.status).toBe(200);
    expect(((await response.json()) as { labels: { reason: string }[] }).labels.map(({ reason }) => reason)).toEqual(["labelled", "not-found", "sku-required"]);
  });

  it("takes up to 200", async () => {
    expect((await post("/api/v1/labels/batch", { items: Array.from({ length: 200 }, () => item) })).status).toBe(200);
    expect((await post("/api/v1/labels/batch", { items: Array.from({ length: 201 }, () => item) })).status).toBe(422);
    expect((await post("/api/v1/labels/batch", { items: [] })).status).toBe(422);
    expect((await post("/api/v1/labels/batch", { items: [{ ...item, price: 1 }] })).status).toBe(422);
  });
});

describe("the shop's own routes", () => {
  const explain = (shop: string, headers = {}) => api.request(`http://shop.example/api/v1/shops/${shop}/labels/explain?product=T-1&placement=poi`, { headers }, { clientAddress: "192.0.2.9" });
  const history = (shop: string, headers = {}) => api.request(`http://shop.example/api/v1/shops/${shop}/labels/history?product=T-1&placement=poi`, { headers }, { clientAddress: "192.0.2.9" });
  const stops = (shop: string, headers = {}) => api.request(`http://shop.example/api/v1/shops/${shop}/label-stops`, { headers }, { clientAddress: "192.0.2.9" });

  it.each([
    ["explain", explain],
    ["history", history],
    ["label-stops", stops],
  ])("%s: nobody 401, another shop 404, a viewer 200", async (_name, ask) => {
    expect((await ask("shanshe")).status).toBe(401);
    expect((await ask("shanshe", await cookieOf("stranger"))).status).toBe(404);
    expect((await ask("shanshe", await cookieOf("viewer"))).status).toBe(200);
  });

  it("stop and lift: 401, 404, 403, 201, 409, 200", async () => {
    const stop = (headers = {}) => post("/api/v1/shops/shanshe/label-stops", { reason: "核对" }, headers);
    expect((await stop()).status).toBe(401);
    expect((await stop(await cookieOf("stranger"))).status).toBe(404);
    expect((await stop(await cookieOf("viewer"))).status).toBe(403);
    expect((await stop(await cookieOf("operator"))).status).toBe(201);
    expect(await (await get("?shop=shanshe&product=T-1&placement=livestream")).json()).toEqual({ label: null, reason: "stopped" });
    expect((await stop(await cookieOf("operator"))).status).toBe(409);
    expect((await post("/api/v1/shops/shanshe/label-stops/lift", { reason: "好了" }, await cookieOf("viewer"))).status).toBe(403);
    expect((await post("/api/v1/shops/shanshe/label-stops/lift", { reason: "好了" }, await cookieOf("operator"))).status).toBe(200);
  });

  it("are described", async () => {
    const response = await api.request("http://shop.example/api/v1/openapi.json", {}, { clientAddress: "192.0.2.9" });
    const { paths } = (await response.json()) as { paths: Record<string, object> };
    expect(Object.keys(paths)).toEqual(expect.arrayContaining(["/api/v1/labels", "/api/v1/labels/batch", "/api/v1/shops/{shop}/labels/explain"]));
  });
});
