import { encode } from "next-auth/jwt";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createApi } from "@/lib/open-api/app";
import { asSystem, enterShop } from "@/lib/access/gates";
import { getRecommendation } from "@/lib/offers/get-recommendation";
import { env } from "@/lib/platform/env";
import { verifyQuote } from "@/lib/quote/verify";
import { labelIndex } from "@/lib/storefront/label-index";
import { PEOPLE, SHOPS } from "@/prisma/seed/cast";
import { workOn } from "../setup/run-import";
import { seedCast } from "@/prisma/seed/seed-cast";
import { seedRateCards } from "@/prisma/seed/seed-rate-cards";

const SHOP = SHOPS.empty.id;
const SHEET = `商品 ID,商品标题,现金价,分期价,库存
B1,无线降噪耳机,"¥1,299.00",,有货
B2,折叠键盘,499元,599,12
B3,便携屏,,,3
`;

const api = createApi();

beforeAll(async () => {
  await seedCast(asSystem());
  await seedRateCards();
  await labelIndex().start();
});
afterAll(() => labelIndex().stop());

test("an empty shop has a truthful label on three placements, which later can be proved", async () => {
  const uploaded = await owner("POST", "/imports?fileName=goods.csv", SHEET, "text/csv");
  const mapping = { externalId: 0, title: 1, cashPrice: 2, installmentPrice: 3, stock: 4 };
  await workOn(await ownersShop(), uploaded.id);
  await owner("PUT", `/imports/${uploaded.id}/mapping`, { version: 1, mapping });
  expect(await workOn(await ownersShop(), uploaded.id)).toMatchObject({ acceptedCount: 2, refusedCount: 1 });
  await owner("POST", `/imports/${uploaded.id}/commit`, { version: 2 });
  expect(await workOn(await ownersShop(), uploaded.id)).toMatchObject({ createdCount: 2 });

  const recommended = await getRecommendation(await ownersShop(), () => "3 期 0 息");
  const { offerId } = await owner("POST", "/offers", { content: recommended!.content });
  expect(await owner("POST", `/offers/${offerId}/revisions`, { expectedDraftVersion: 1, expectedRevision: 0 })).toMatchObject({ revision: 1, state: "live" });

  for (const placement of ["livestream", "showcase", "poi"]) {
    expect(await anybody(`/labels?shop=${SHOP}&product=B1&placement=${placement}`)).toMatchObject({
      label: { mainLine: "3期0息", perPeriodFen: 43_300, priceFen: 129_900, nominalAprPercent: "0.00", interestFree: true, offerId, revision: 1 },
    });
  }
  // ¥100 dearer in installments than in cash: the words would not be true.
  expect(await anybody(`/labels?shop=${SHOP}&product=B2&placement=poi`)).toEqual({ label: null, reason: "not-eligible" });

  const { label } = await anybody(`/labels?shop=${SHOP}&product=B1&placement=poi`);
  const quote = await anybody("/quotes", { shop: SHOP, product: "B1", term: 3, offer: offerId });
  expect(quote.fingerprint).toBe(label.quoteFingerprint);
  expect(verifyQuote(quote)).toEqual({ ok: true, verdict: "same" });
  expect(verifyQuote({ ...quote, result: { ...quote.result, perPeriodFen: 43_299 } })).toEqual({ ok: true, verdict: "different", differences: ["result.perPeriodFen"] });

  const shownAt = new Date().toISOString();
  const { products } = await owner("GET", "/products?search=B1");
  const { id, externalId: _externalId, createdAt: _createdAt, changedAt: _changedAt, ...facts } = await owner("GET", `/products/${products[0].id}`);
  await owner("PUT", `/products/${id}`, { ...facts, skus: [{ ...facts.skus[0], cashPriceFen: 119_900 }] });
  expect(await anybody(`/labels?shop=${SHOP}&product=B1&placement=poi`)).toEqual({ label: null, reason: "not-eligible" });
  expect(await anybody(`/labels?shop=${SHOP}&product=B1&placement=poi&at=${encodeURIComponent(shownAt)}`)).toMatchObject({ label: { quoteFingerprint: label.quoteFingerprint } });
});

const ownersShop = () => enterShop({ userId: PEOPLE.owner.id, name: PEOPLE.owner.name, locale: null, theme: null }, SHOP);

async function owner(method: string, path: string, body?: unknown, type = "application/json") {
  const token = await encode({ token: { userId: PEOPLE.owner.id, sessionVersion: 0 }, secret: env().AUTH_SECRET });
  return answerOf(`/shops/${SHOP}${path}`, method, body, { cookie: `next-auth.session-token=${token}`, "content-type": type });
}

async function anybody(path: string, body?: unknown) {
  return answerOf(path, body === undefined ? "GET" : "POST", body, { "content-type": "application/json" });
}

async function answerOf(path: string, method: string, body: unknown, headers: Record<string, string>) {
  const response = await api.request(
    `http://shop.example/api/v1${path}`,
    { method, headers: { ...headers, host: "shop.example", origin: "http://shop.example" }, body: body === undefined || typeof body === "string" ? body : JSON.stringify(body) },
    { clientAddress: "192.0.2.20" },
  );
  const answer = await response.json();
  expect(response.status, JSON.stringify(answer)).toBeLessThan(300);
  return answer;
}
