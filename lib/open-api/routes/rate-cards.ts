import { createRoute, z } from "@hono/zod-openapi";
import { asPublic } from "@/lib/access/as-public";
import { enterPlatform } from "@/lib/access/gates";
import { rateCardSchema } from "@/lib/quote/schema";
import { publishRateCard } from "@/lib/rate-cards/publish-rate-card";
import { getRateCard, listRateCards, PAGE_SIZE } from "@/lib/rate-cards/queries";
import { publishRateCardInput } from "@/lib/rate-cards/schema";
import type { Api } from "../api-env";
import { problemResponses } from "../problem";
import { requireSignedIn } from "../require-signed-in";

/** Published versions never change; a new one is seen within a minute. */
const CACHE = "public, max-age=60";

const cardSchema = z.object(rateCardSchema.shape).openapi("RateCard");
const publishedCardSchema = cardSchema.extend({ publishedAt: z.iso.datetime() }).openapi("PublishedRateCard");
const idSchema = z.string().min(1).max(200);

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/rate-cards",
  tags: ["Rate cards"],
  summary: "Every published version, newest start first",
  description: "Public. `isSample` says that the figures are a sample.",
  request: { query: z.strictObject({ channel: idSchema.optional(), after: idSchema.optional() }) },
  responses: {
    200: { description: `At most ${PAGE_SIZE} a page`, content: { "application/json": { schema: z.object({ rateCards: z.array(publishedCardSchema), next: z.string().nullable() }) } } },
    ...problemResponses("invalid_input", "rate_limited"),
  },
});

const getRoute = createRoute({
  method: "get",
  path: "/api/v1/rate-cards/{rateCard}",
  tags: ["Rate cards"],
  summary: "One version",
  request: { params: z.object({ rateCard: idSchema }) },
  responses: { 200: { description: "The version", content: { "application/json": { schema: publishedCardSchema } } }, ...problemResponses("not_found", "rate_limited") },
});

const publishRoute = createRoute({
  method: "post",
  path: "/api/v1/rate-cards",
  tags: ["Rate cards"],
  summary: "Publish the next version of a channel's card",
  description: "Needs `rate-card:publish`. `expectedVersion` is the newest version the author has seen; another in between is a conflict.",
  request: { body: { required: true, content: { "application/json": { schema: publishRateCardInput } } } },
  responses: {
    201: { description: "Published", content: { "application/json": { schema: cardSchema } } },
    ...problemResponses("unauthenticated", "forbidden", "cross_site", "too_large", "unsupported_media_type", "conflict", "invalid_input"),
  },
});

export function rateCardRoutes(api: Api): void {
  api.openapi(listRoute, async (c) => {
    const { rows, nextAfter } = await listRateCards(asPublic({ requestId: c.get("requestId") }), c.req.valid("query"));
    c.header("cache-control", CACHE);
    return c.json({ rateCards: rows.map(({ createdAt, createdBy: _createdBy, ...card }) => ({ ...card, publishedAt: createdAt.toISOString() })), next: nextAfter }, 200);
  });
  api.openapi(getRoute, async (c) => {
    const { createdAt, createdBy: _createdBy, ...card } = await getRateCard(asPublic({ requestId: c.get("requestId") }), c.req.valid("param").rateCard);
    c.header("cache-control", CACHE);
    return c.json({ ...card, publishedAt: createdAt.toISOString() }, 200);
  });
  api.openapi(publishRoute, async (c) => {
    const ctx = await enterPlatform(requireSignedIn(c), { requestId: c.get("requestId") });
    return c.json(await publishRateCard(ctx, c.req.valid("json")), 201);
  });
}
