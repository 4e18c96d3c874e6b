import { createRoute, z } from "@hono/zod-openapi";
import { compress } from "hono/compress";
import { asPublic } from "@/lib/access/as-public";
import { ruleSetSchema } from "@/lib/copy-check/rule-set";
import { getRuleSet } from "@/lib/review/rule-sets";
import type { Api } from "../api-env";
import { problemResponses } from "../problem";

const PATH = "/api/v1/copy-rules/{sha256}";
/** What a fingerprint names never changes. */
const CACHE = "public, max-age=31536000, immutable";

const getCopyRules = createRoute({
  method: "get",
  path: PATH,
  tags: ["Copy"],
  summary: "A set of rules of the copy check",
  description: "Public. Sets are named by the sha256 of their RFC 8785 JSON, as the evidence of decisions does, and are kept for ever.",
  request: { params: z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) }) },
  responses: { 200: { description: "The rules, cues, contexts and legal bases", content: { "application/json": { schema: z.object(ruleSetSchema.shape).openapi("CopyRules") } } }, ...problemResponses("invalid_input", "not_found", "rate_limited") },
});

export function copyRulesRoutes(api: Api): void {
  // A set has more than a million characters, most of them over and over.
  api.use(PATH.replace("{sha256}", "*"), compress());
  api.openapi(getCopyRules, async (c) => {
    const { set } = await getRuleSet(asPublic({ requestId: c.get("requestId") }), c.req.valid("param").sha256);
    c.header("cache-control", CACHE);
    return c.json(set, 200);
  });
}
