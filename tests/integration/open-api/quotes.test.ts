import { execFileSync } from "node:child_process";
import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { createApi } from "@/lib/open-api/app";
import { pauseOffer } from "@/lib/offers/pause-offer";
import { env } from "@/lib/platform/env";
import type { QuoteDocument } from "@/lib/quote/fingerprint";
import { verifyQuote } from "@/lib/quote/verify";
import { labelIndex } from "@/lib/storefront/label-index";
import { PEOPLE, type PersonName } from "@/prisma/seed/cast";
import { SAMPLE_CARD } from "@/prisma/seed/seed-rate-cards";
import { addOffer, addProduct, openLabelShops } from "../labels/label-shop";

// The API keeps the real time, so the facts lie in the past.
const { owner } = await openLabelShops(new Date(Date.now() - 60_000).toISOString());
const api = createApi();
const window = { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 30 * 86_400_000).toISOString() };
const ids = { product: "", offer: "", draft: "", sku: "" };

beforeAll(async () => {
  const product = await addProduct(owner, "T-1", [{ code: "one", cashPriceFen: 129_900 }]);
  await addProduct(owner, "T-2", [{ code: "small", cashPriceFen: 20_000 }, { code: "large", cashPriceFen: 40_000 }]);
  ids.product = product.id;
  ids.sku = product.skus[0]!.id;
  ids.offer = await addOffer(owner, { window });
});

const send = (path: string, body: string | undefined, headers: Record<string, string> = {}) =>
  api.request(
    `http://shop.example${path}`,
    { method: body === undefined ? "GET" : "POST", body, headers: { host: "shop.example", origin: "http://shop.example", ...(body !== undefined && { "content-type": "application/json" }), ...headers } },
    { clientAddress: "192.0.2.9" },
  );
const ask = (body: unknown) => send("/api/v1/quotes", JSON.stringify(body));
const quoted = async (body: unknown) => {
  const response = await ask(body);
  expect(response.status, await response.clone().text()).toBe(200);
  return (await response.json()) as QuoteDocument;
};
const cookieOf = async (name: PersonName) => ({ cookie: `next-auth.session-token=${await encode({ token: { userId: PEOPLE[name].id, sessionVersion: 0 }, secret: env().AUTH_SECRET })}` });

describe("POST /api/v1/quotes", () => {
  it("quotes prices by the card in force, all on the consumer, and verify agrees", async () => {
    const document = await quoted({ cashPriceFen: 100_000, term: 3, orderDate: "2026-11-22" });
    expect(Object.keys(document)).toEqual(["engineVersion", "input", "result", "fingerprint"]);
    expect(document.input).toMatchObject({ orderDate: "2026-11-22", funding: { consumerBps: 10_000 }, rateCard: { channel: "douyin-monthly-pay", version: 1, isSample: true } });
    expect(document.result).toMatchObject({ perPeriodFen: 34_102, totalPaymentsFen: 102_300, nominalApr: { percent: "13.75" }, interestFree: false, allowed: true });
    expect(verifyQuote(document)).toEqual({ ok: true, verdict: "same" });
    expect(verifyQuote({ ...document, result: { ...document.result, perPeriodFen: 1 } })).toMatchObject({ verdict: "different" });
  });

  it("gives what the command line gives for the same input", async () => {
    const document = await quoted({ cashPriceFen: 129_900, installmentPriceFen: 139_900, financedFen: 100_000, upfrontFeeFen: 100, addOnsFen: 200, term: 6, orderDate: "2026-11-30", funding: { consumerBps: 5_000, merchantBps: 3_000, platformBps: 2_000 } });
    const line = execFileSync(process.execPath, ["--import", "tsx", "scripts/yuefu.ts", "quote"], { input: `${JSON.stringify(document.input)}\n`, encoding: "utf8" });
    expect(JSON.parse(line)).toMatchObject({ fingerprint: document.fingerprint, result: document.result });
  }, 60_000);

  it("quotes a product by our id or the merchant's, with the fingerprint that its label bears", async () => {
    const byId = await quoted({ shop: "shanshe", product: ids.product, sku: ids.sku, term: 3, offer: ids.offer });
    const byName = await quoted({ shop: "shanshe", product: "T-1", sku: "one", term: 3, offer: ids.offer });
    expect(byName.fingerprint).toBe(byId.fingerprint);
    expect(byId.result).toMatchObject({ interestFree: true, fee: { consumerFen: 0, merchantFen: 2_338 } });
    await labelIndex().start();
    const label = (await (await send("/api/v1/labels?shop=shanshe&product=T-1&placement=poi", undefined)).json()) as { label: { quoteFingerprint: string } };
    await labelIndex().stop();
    expect(label.label.quoteFingerprint).toBe(byId.fingerprint);
  });

  it("takes an offer for bare prices too, and a card by its id or channel", async () => {
    const { input } = await quoted({ cashPriceFen: 100_000, term: 3, offer: ids.offer });
    expect(input.funding).toEqual({ consumerBps: 0, merchantBps: 10_000, platformBps: 0 });
    const byId = await quoted({ cashPriceFen: 100_000, term: 3, orderDate: "2026-11-22", rateCard: input.rateCard.id });
    const byChannel = await quoted({ cashPriceFen: 100_000, term: 3, orderDate: "2026-11-22", rateCard: "douyin-monthly-pay" });
    expect(byChannel.fingerprint).toBe(byId.fingerprint);
  });

  it.each<[string, () => Record<string, unknown>, number, string, string | undefined, string | undefined]>([
    ["an unknown key", () => ({ cashPriceFen: 1_000, term: 3, coupon: 1 }), 422, "invalid_input", "", "unrecognized_keys"],
    ["neither product nor price", () => ({ term: 3 }), 422, "invalid_input", "cashPriceFen", "required"],
    ["both product and price", () => ({ shop: "shanshe", product: "T-1", cashPriceFen: 1, term: 3 }), 422, "invalid_input", "cashPriceFen", "not-with-product"],
    ["a product without a shop", () => ({ product: "T-1", term: 3 }), 422, "invalid_input", "shop", "required"],
    ["an offer and a card", () => ({ cashPriceFen: 100_000, term: 3, offer: ids.offer, rateCard: "x" }), 422, "invalid_input", "rateCard", "not-with-offer"],
    ["a fraction of a fen", () => ({ cashPriceFen: 1.5, term: 3 }), 422, "invalid_input", "cashPriceFen", undefined],
    ["a day that is none", () => ({ cashPriceFen: 100_000, term: 3, orderDate: "2026-02-30" }), 422, "invalid_input", "orderDate", undefined],
    ["shares that do not sum", () => ({ cashPriceFen: 100_000, term: 3, funding: { consumerBps: 1, merchantBps: 1, platformBps: 1 } }), 422, "invalid_input", "funding", undefined],
    ["several prices and no SKU", () => ({ shop: "shanshe", product: "T-2", term: 3 }), 422, "invalid_input", "sku", "sku-required"],
    ["a term that the card lacks", () => ({ cashPriceFen: 100_000, term: 5 }), 422, "quote_failed", "term", "term-not-on-card"],
    ["an amount below the card", () => ({ cashPriceFen: 999, term: 3 }), 422, "quote_failed", "financedFen", "amount-below-card"],
    ["a price of nothing", () => ({ cashPriceFen: 0, term: 3 }), 422, "quote_failed", "cashPriceFen", "price-not-positive"],
    ["fees that eat the price", () => ({ cashPriceFen: 1_000, upfrontFeeFen: 1_000, term: 3 }), 422, "quote_failed", undefined, undefined],
    ["a term outside the offer", () => ({ cashPriceFen: 100_000, term: 6, offer: ids.offer }), 422, "quote_failed", "term", "term-not-in-offer"],
    ["a date outside the offer", () => ({ cashPriceFen: 100_000, term: 3, offer: ids.offer, orderDate: "2026-01-10" }), 422, "quote_failed", "orderDate", "outside-window"],
    ["an amount outside the offer", () => ({ cashPriceFen: 9_999, term: 3, offer: ids.offer }), 422, "quote_failed", "installmentPriceFen", "outside-amounts"],
    ["an unknown shop", () => ({ shop: "nobody", product: "T-1", term: 3 }), 404, "not_found", undefined, undefined],
    ["a product of another shop", () => ({ shop: "beian", product: ids.product, term: 3 }), 404, "not_found", undefined, undefined],
    ["an unknown SKU", () => ({ shop: "shanshe", product: "T-1", sku: "x", term: 3 }), 404, "not_found", undefined, undefined],
    ["an offer of another shop", () => ({ shop: "beian", product: "T-1", term: 3, offer: ids.offer }), 404, "not_found", undefined, undefined],
    ["an unknown offer", () => ({ cashPriceFen: 100_000, term: 3, offer: "offer_x" }), 404, "not_found", undefined, undefined],
    ["an unknown card", () => ({ cashPriceFen: 100_000, term: 3, rateCard: "card_x" }), 404, "not_found", undefined, undefined],
    ["a day before every card", () => ({ cashPriceFen: 100_000, term: 3, orderDate: "2025-12-31" }), 404, "not_found", undefined, undefined],
  ])("refuses %s", async (_name, body, status, code, path, issue) => {
    const response = await ask(body());
    expect(response.headers.get("content-type")).toContain("application/problem+json");
    const problem = (await response.json()) as { issues?: { path: string; code: string }[] };
    expect(problem).toMatchObject({ status, code });
    if (path !== undefined) expect(problem.issues?.[0]).toMatchObject({ path, ...(issue && { code: issue }) });
  });

  it("names why a quote failed", async () => {
    expect(await (await ask({ cashPriceFen: 1_000, upfrontFeeFen: 1_000, term: 3 })).json()).toMatchObject({ params: { reason: "no-root" } });
    expect(await (await ask({ cashPriceFen: 100_000, term: 5 })).json()).toMatchObject({ params: { reason: "bad-input", code: "term-not-on-card" } });
  });

  it("reads JSON alone, and no other method", async () => {
    expect((await send("/api/v1/quotes", "{")).status).toBe(400);
    expect((await send("/api/v1/quotes", "{}", { "content-type": "text/plain" })).status).toBe(415);
    expect((await send("/api/v1/quotes", undefined)).status).toBe(405);
  });

  it("forgets an offer that is paused", async () => {
    const paused = await addOffer(owner, { name: "停一停", window, priority: 1 });
    expect((await ask({ cashPriceFen: 100_000, term: 3, offer: paused })).status).toBe(200);
    await pauseOffer(owner, { offerId: paused, reason: "缺货" });
    expect((await ask({ cashPriceFen: 100_000, term: 3, offer: paused })).status).toBe(404);
  });
});

describe("rate cards and policies over HTTP", () => {
  it("are public and cached", async () => {
    const cards = await send("/api/v1/rate-cards?channel=douyin-monthly-pay", undefined);
    expect(cards.status).toBe(200);
    expect(cards.headers.get("cache-control")).toBe("public, max-age=60");
    const { rateCards } = (await cards.json()) as { rateCards: { id: string; isSample: boolean }[] };
    expect(rateCards).toMatchObject([{ isSample: true, version: 1 }]);
    expect(await (await send(`/api/v1/rate-cards/${rateCards[0]!.id}`, undefined)).json()).toEqual(rateCards[0]);
    expect((await send("/api/v1/rate-cards/nothing", undefined)).status).toBe(404);
    expect(await (await send("/api/v1/policies", undefined)).json()).toMatchObject({ policies: [{ code: "four-times-lpr" }, { code: "composite-cost-24" }], next: null, lprRates: [{ oneYearPpm: 30_000 }] });
  });

  const card = { ...SAMPLE_CARD, channel: "over-http", fromDate: "2999-01-01" };
  it.each([
    ["/api/v1/rate-cards", card],
    ["/api/v1/policies", { expectedVersion: 0, code: "x", nameZh: "一", nameEn: "x", kind: "watch", measure: "nominal", lenderTypes: ["bank"], formula: { kind: "fixed", ceilingPpm: 1 }, fromDate: "2999-01-01", untilDate: null, source: "x" }],
    ["/api/v1/lpr-rates", { expectedVersion: 0, fromDate: "2999-01-01", oneYearPpm: 30_000, source: "x" }],
  ])("POST %s is for the platform's people alone", async (path, body) => {
    const text = JSON.stringify(body);
    expect((await send(path, text)).status).toBe(401);
    expect((await send(path, text, await cookieOf("owner"))).status).toBe(403);
    expect((await send(path, text, await cookieOf("auditor"))).status).toBe(403);
    expect((await send(path, text, { ...(await cookieOf("admin")), origin: "http://evil.example" })).status).toBe(403);
    const refused = await send(path, text, await cookieOf("admin"));
    expect(refused.status).toBe(422);
    expect(await refused.json()).toMatchObject({ code: "invalid_input", issues: [{ path: "fromDate", code: "from-date-too-late" }] });
  });

  it("publishes by the same verb", async () => {
    const fromDate = new Date(Date.now() + 5 * 86_400_000).toISOString().slice(0, 10);
    const created = await send("/api/v1/rate-cards", JSON.stringify({ ...card, fromDate }), await cookieOf("admin"));
    expect(created.status).toBe(201);
    expect(await created.json()).toMatchObject({ channel: "over-http", version: 1 });
    expect((await send("/api/v1/rate-cards", JSON.stringify({ ...card, fromDate }), await cookieOf("admin"))).status).toBe(409);
  });
});
