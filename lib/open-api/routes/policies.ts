import { createRoute, z } from "@hono/zod-openapi";
import { asPublic } from "@/lib/access/as-public";
import { enterPlatform } from "@/lib/access/gates";
import { lprRateSchema, policySchema } from "@/lib/quote/schema";
import { publishLprRate } from "@/lib/rate-cards/publish-lpr-rate";
import { publishPolicy } from "@/lib/rate-cards/publish-policy";
import { getMarketFacts, listPolicies, PAGE_SIZE } from "@/lib/rate-cards/queries";
import { publishLprRateInput, publishPolicyInput } from "@/lib/rate-cards/schema";
import type { Api } from "../api-env";
import { problemResponses } from "../problem";
import { requireSignedIn } from "../require-signed-in";

/** Published versions never change; a new one is seen within a minute. */
const CACHE = "public, max-age=60";

const publishedPolicySchema = policySchema.extend({ publishedAt: z.iso.datetime() }).openapi("PublishedPolicy");
const idSchema = z.string().min(1).max(200);
const writeProblems = problemResponses("unauthenticated", "forbidden", "cross_site", "too_large", "unsupported_media_type", "conflict", "invalid_input");

const listRoute = createRoute({
  method: "get",
  path: "/api/v1/policies",
  tags: ["Policies"],
  summary: "Ceilings and warning lines, with the prime rates they follow",
  description: "Public. That the built-in ceilings measure the nominal rate is an assumption of this product.",
  request: { query: z.strictObject({ code: idSchema.optional(), after: idSchema.optional() }) },
  responses: {
    200: {
      description: `Newest start first, at most ${PAGE_SIZE} policies a page; the prime rates oldest first`,
      content: { "application/json": { schema: z.object({ policies: z.array(publishedPolicySchema), next: z.string().nullable(), lprRates: z.array(lprRateSchema) }) } },
    },
    ...problemResponses("invalid_input", "rate_limited"),
  },
});

const publishPolicyRoute = createRoute({
  method: "post",
  path: "/api/v1/policies",
  tags: ["Policies"],
  summary: "Publish the next version of a ceiling, or the first of a new one",
  description: "Needs `policy:publish`.",
  request: { body: { required: true, content: { "application/json": { schema: publishPolicyInput } } } },
  responses: { 201: { description: "Published", content: { "application/json": { schema: policySchema.clone().openapi("Policy") } } }, ...writeProblems },
});

const publishLprRateRoute = createRoute({
  method: "post",
  path: "/api/v1/lpr-rates",
  tags: ["Policies"],
  summary: "Record the one-year prime rate from a date on",
  description: "Needs `policy:publish`.",
  request: { body: { required: true, content: { "application/json": { schema: publishLprRateInput } } } },
  responses: { 201: { description: "Recorded", content: { "application/json": { schema: lprRateSchema.clone().openapi("LprRate") } } }, ...writeProblems },
});

export function policyRoutes(api: Api): void {
  api.openapi(listRoute, async (c) => {
    const ctx = asPublic({ requestId: c.get("requestId") });
    const { rows, nextAfter } = await listPolicies(ctx, c.req.valid("query"));
    const { lprRates } = await getMarketFacts(ctx);
    c.header("cache-control", CACHE);
    return c.json({ policies: rows.map(({ createdAt, createdBy: _createdBy, ...policy }) => ({ ...policy, publishedAt: createdAt.toISOString() })), next: nextAfter, lprRates }, 200);
  });
  api.openapi(publishPolicyRoute, async (c) => {
    const ctx = await enterPlatform(requireSignedIn(c), { requestId: c.get("requestId") });
    return c.json(await publishPolicy(ctx, c.req.valid("json")), 201);
  });
  api.openapi(publishLprRateRoute, async (c) => {
    const ctx = await enterPlatform(requireSignedIn(c), { requestId: c.get("requestId") });
    return c.json(await publishLprRate(ctx, c.req.valid("json")), 201);
  });
}
