import { gunzipSync } from "node:zlib";
import { encode } from "next-auth/jwt";
import { describe, expect, it } from "vitest";
import { createApi } from "@/lib/open-api/app";
import { env } from "@/lib/platform/env";
import { builtInRules, fingerprintOf } from "@/lib/review/rule-sets";
import { PEOPLE, type PersonName } from "@/prisma/seed/cast";
import { CLEAN_WORDS, decide, openReviewShops, submitted } from "../review/review-shop";

const { owner, product, reviewer } = await openReviewShops();
const api = createApi();

async function ask(path: string, { as, method = "GET", body }: { as?: PersonName; method?: string; body?: string } = {}): Promise<Response> {
  const cookie = as && `next-auth.session-token=${await encode({ token: { userId: PEOPLE[as].id, sessionVersion: 0 }, secret: env().AUTH_SECRET })}`;
  return api.request(
    `http://shop.example${path}`,
    { method, body, headers: { host: "shop.example", origin: "http://shop.example", ...(body !== undefined && { "content-type": "application/json" }), ...(cookie && { cookie }) } },
    { clientAddress: "192.0.2.7" },
  );
}
const check = (body: unknown) => ask("/api/v1/copy-checks", { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });

describe("POST /api/v1/copy-checks", () => {
  it("answers anybody with findings whose spans are the text's own", async () => {
    const text = "全场 免 息，每期350元";
    const { findings, verdict } = (await (await check({ text, offer: { amountFen: 99_900, term: 3, consumerFeeTotalFen: 0 } })).json()) as { findings: { start: number; end: number; matched: string }[]; verdict: string };
    expect(verdict).toBe("block");
    for (const { start, end, matched } of findings) expect(text.slice(start, end)).toBe(matched);
  });

  it.each([
    ["nothing", { text: "" }, 200],
    ["only pictures", { text: "🎉🎉" }, 200],
    ["markup", { text: "<script>alert(1)</script>" }, 200],
    ["100,000 characters", { text: "字".repeat(100_000) }, 200],
    ["100,001 characters", { text: "字".repeat(100_001) }, 422],
    ["half a character", '{"text":"\\ud800"}', 400],
    ["no JSON", "{", 400],
    ["a quote and an offer", { text: "好", offer: { amountFen: 0, term: 3, consumerFeeTotalFen: 0 } }, 422],
    ["a window that ends before it begins", { text: "好", window: { from: "2026-11-30", to: "2026-11-20", now: "2026-11-25" } }, 422],
    ["a day that does not exist", { text: "好", window: { from: "2026-02-30", to: "2026-11-20", now: "2026-11-25" } }, 422],
  ])("%s", async (_name, body, status) => {
    expect((await check(body)).status).toBe(status);
  });
});

describe("GET /api/v1/copy-rules/{sha256}", () => {
  const { sha256 } = builtInRules();

  it("answers anybody with the set that the fingerprint names, for ever", async () => {
    const answer = await ask(`/api/v1/copy-rules/${sha256}`);
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect(fingerprintOf(await answer.json())).toBe(sha256);
  });

  it("is packed for who can unpack it", async () => {
    const answer = await api.request(`http://shop.example/api/v1/copy-rules/${sha256}`, { headers: { host: "shop.example", "accept-encoding": "gzip" } }, { clientAddress: "192.0.2.7" });
    expect(answer.headers.get("content-encoding")).toBe("gzip");
    const packed = Buffer.from(await answer.arrayBuffer());
    expect(fingerprintOf(JSON.parse(gunzipSync(packed).toString()))).toBe(sha256);
  });

  it.each([
    ["that nobody made", "0".repeat(64), 404],
    ["with another name", "newest", 422],
  ])("a set %s is not there", async (_name, name, status) => {
    expect((await ask(`/api/v1/copy-rules/${name}`)).status).toBe(status);
  });
});

describe("the copies of a shop", () => {
  const SHOP = "/api/v1/shops/shanshe";
  const draft = () => JSON.stringify({ productId: product.id, placement: "SHOWCASE", kind: "description", offerId: null, text: CLEAN_WORDS });

  it("are written, changed, submitted and withdrawn over HTTP", async () => {
    const { copyId } = (await (await ask(`${SHOP}/copies`, { as: "owner", method: "POST", body: draft() })).json()) as { copyId: string };
    expect((await ask(`${SHOP}/copies/${copyId}`, { as: "owner", method: "PUT", body: JSON.stringify({ expectedVersion: 1, offerId: null, text: "改过的话" }) })).status).toBe(200);
    const answer = await ask(`${SHOP}/copies/${copyId}/submissions`, { as: "owner", method: "POST", body: JSON.stringify({ expectedVersion: 2 }) });
    expect(answer.status).toBe(201);
    const { submissionId } = (await answer.json()) as { submissionId: string };
    expect((await ask(`${SHOP}/copies/withdrawals`, { as: "owner", method: "POST", body: JSON.stringify({ submissionId }) })).status).toBe(204);
    expect(await (await ask(`${SHOP}/copies`, { as: "viewer" })).json()).toMatchObject({ rows: [{ id: copyId, standing: "draft" }] });
  });

  it("are closed to nobody's, other shops' and viewers' hands", async () => {
    const { copyId, submissionId } = await submitted(owner, product.id, CLEAN_WORDS);
    const { decisionId } = await decide(reviewer, submissionId, { kind: "approve" });
    const writes: [string, string, string][] = [
      ["POST", `${SHOP}/copies`, draft()],
      ["PUT", `${SHOP}/copies/${copyId}`, JSON.stringify({ expectedVersion: 1, offerId: null, text: "改" })],
      ["POST", `${SHOP}/copies/${copyId}/submissions`, JSON.stringify({ expectedVersion: 1 })],
      ["POST", `${SHOP}/copies/withdrawals`, JSON.stringify({ submissionId })],
    ];
    for (const [method, path, body] of writes) {
      expect((await ask(path, { method, body })).status, path).toBe(401);
      expect((await ask(path, { method, body, as: "stranger" })).status, path).toBe(404);
      expect((await ask(path, { method, body, as: "viewer" })).status, path).toBe(403);
    }
    for (const path of [`${SHOP}/copies`, `${SHOP}/copy-decisions/${decisionId}`]) {
      expect((await ask(path)).status, path).toBe(401);
      expect((await ask(path, { as: "stranger" })).status, path).toBe(404);
      expect((await ask(path, { as: "viewer" })).status, path).toBe(200);
    }
    expect((await ask(`/api/v1/shops/beian/copy-decisions/${decisionId}`, { as: "stranger" })).status).toBe(404);
    const evidence = `/api/v1/copy-decisions/${decisionId}`;
    for (const [as, status] of [[undefined, 401], ["owner", 403], ["admin", 403], ["auditor", 200]] as const) expect((await ask(evidence, { as })).status, as).toBe(status);
  });
});
