import { encode } from "next-auth/jwt";
import { beforeAll, describe, expect, test } from "vitest";
import { createApi } from "@/lib/open-api/app";
import { systemClock } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { PEOPLE, type PersonName } from "@/prisma/seed/cast";
import { openShopWithProducts, publishNew, zeroInterest } from "./offer-people";

const DAY_MS = 86_400_000;
const window = { from: new Date(Date.now() - DAY_MS).toISOString(), to: new Date(Date.now() + 20 * DAY_MS).toISOString() };
const api = createApi();
let shop: Awaited<ReturnType<typeof openShopWithProducts>>;
let offerId: string;

beforeAll(async () => {
  shop = await openShopWithProducts(systemClock);
  offerId = await publishNew(shop.owner, { window });
});

async function ask(person: PersonName | null, method: string, path: string, body?: unknown) {
  const cookie = person ? `next-auth.session-token=${await encode({ token: { userId: PEOPLE[person].id, sessionVersion: 0 }, secret: env().AUTH_SECRET })}` : "";
  const response = await api.request(`http://localhost${path}`, { method, headers: { cookie, host: "localhost", origin: "http://localhost", "sec-fetch-site": "same-origin", "content-type": "application/json" }, ...(body !== undefined && { body: JSON.stringify(body) }) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> & { code?: string } };
}

const base = "/api/v1/shops/shanshe/offers";

describe("the offers of a shop over HTTP", () => {
  test("from draft to live, read back, paused and ended", async () => {
    const created = await ask("owner", "POST", base, { content: zeroInterest({ window, priority: 7 }) });
    expect(created.status).toBe(201);
    const one = `${base}/${String(created.body.offerId)}`;
    expect(await ask("owner", "PUT", `${one}/draft`, { expectedDraftVersion: 1, content: zeroInterest({ window, priority: 8 }) })).toMatchObject({ status: 200, body: { draftVersion: 2 } });
    expect(await ask("owner", "PUT", `${one}/draft`, { expectedDraftVersion: 1, content: zeroInterest({ window, priority: 9 }) })).toMatchObject({ status: 409, body: { code: "conflict", data: { content: { priority: 8 } } } });
    expect(await ask("owner", "POST", `${one}/revisions`, { expectedDraftVersion: 2, expectedRevision: 0 })).toMatchObject({ status: 201, body: { revision: 1, state: "live" } });
    expect(await ask("viewer", "GET", one)).toMatchObject({ status: 200, body: { state: "live", content: { priority: 8 } } });
    expect(await ask("viewer", "GET", `${one}/revisions`)).toMatchObject({ status: 200, body: { rows: [{ revision: 1 }] } });
    expect(await ask("finance", "POST", `${one}/budget-entries`, { amountFen: 500, reference: "b1" })).toMatchObject({ status: 200, body: { usedFen: 500, isNew: true } });
    expect(await ask("viewer", "GET", `${one}/budget-entries`)).toMatchObject({ status: 200, body: { rows: [{ amountFen: 500 }] } });
    expect(await ask("owner", "POST", `${one}/pause`, { reason: "x" })).toMatchObject({ status: 200, body: { state: "paused" } });
    expect(await ask("owner", "POST", `${one}/pause`, { reason: "x" })).toMatchObject({ status: 409, body: { code: "wrong_state" } });
    expect(await ask("owner", "POST", `${one}/resume`, {})).toMatchObject({ status: 200, body: { state: "live" } });
    expect(await ask("owner", "POST", `${one}/end`, { reason: "x" })).toMatchObject({ status: 200, body: { state: "ended" } });
    expect(((await ask("viewer", "GET", `${one}/events`)).body.rows as unknown[]).length).toBe(4);
  });

  test("a refusal carries its arithmetic", async () => {
    const created = await ask("owner", "POST", base, { content: zeroInterest({ window, budgetFen: 1_000 }) });
    const refused = await ask("owner", "POST", `${base}/${String(created.body.offerId)}/revisions`, { expectedDraftVersion: 1, expectedRevision: 0 });
    expect(refused).toMatchObject({ status: 422, body: { code: "offer_refused", data: { refusals: [{ code: "budget-below-one-order", lines: [{ code: "merchant-fee", fen: 1_800 }, { code: "budget-left", fen: 1_000 }] }] } } });
  });

  test("the preview changes nothing", async () => {
    const before = await ask("owner", "GET", base);
    expect(await ask("viewer", "POST", `${base}/preview`, { content: zeroInterest({ window }) })).toMatchObject({ status: 200, body: { targetedCount: 2, refusals: [] } });
    expect((await ask("owner", "GET", base)).body).toEqual(before.body);
  });

  test("bad input names the field", async () => {
    for (const content of [null, {}, { ...zeroInterest({ window }), terms: "3" }, { ...zeroInterest({ window }), window: { from: "today", to: "tomorrow" } }]) {
      expect((await ask("owner", "POST", base, { content })).status).toBe(422);
    }
    expect((await ask("owner", "GET", `${base}?limit=1000`)).status).toBe(422);
  });

  const content = { content: zeroInterest({ window }) };
  test.each([
    ["GET", "", undefined],
    ["POST", "", content],
    ["POST", "/preview", content],
    ["GET", "/OFFER", undefined],
    ["PUT", "/OFFER/draft", { expectedDraftVersion: 1, ...content }],
    ["POST", "/OFFER/revisions", { expectedDraftVersion: 1, expectedRevision: 1 }],
    ["GET", "/OFFER/revisions", undefined],
    ["GET", "/OFFER/events", undefined],
    ["GET", "/OFFER/budget-entries", undefined],
    ["POST", "/OFFER/budget-entries", { amountFen: 1, reference: "r" }],
    ["POST", "/OFFER/pause", { reason: "x" }],
    ["POST", "/OFFER/resume", {}],
    ["POST", "/OFFER/end", { reason: "x" }],
  ])("%s %s is closed to strangers", async (method, path, body) => {
    const url = `${base}${path.replace("OFFER", offerId)}`;
    expect((await ask(null, method, url, body)).status).toBe(401);
    expect((await ask("stranger", method, url, body)).status).toBe(404);
    const isWrite = method !== "GET" && path !== "/preview";
    if (isWrite) expect((await ask("viewer", method, url, body)).status).toBe(403);
    if (path.includes("OFFER")) expect((await ask("stranger", method, url.replace("shanshe", "beian"), body)).status).toBe(404);
  });
});
