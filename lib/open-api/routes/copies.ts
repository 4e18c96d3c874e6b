import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { enterPlatform, enterShop } from "@/lib/access/gates";
import { createCopy } from "@/lib/review/create-copy";
import { COPY_STANDINGS } from "@/lib/review/standing";
import { getOwnEvidence, listCopies } from "@/lib/review/queries";
import { getEvidence } from "@/lib/review/queue";
import { saveCopy } from "@/lib/review/save-copy";
import { createCopyInput, saveCopyInput, submitCopyInput, withdrawCopyInput } from "@/lib/review/schema";
import { submitCopy } from "@/lib/review/submit-copy";
import { withdrawCopy } from "@/lib/review/withdraw-copy";
import type { Api, ApiEnv } from "../api-env";
import { problemResponses } from "../problem";
import { requireSignedIn } from "../require-signed-in";

const TAGS = ["Copy"];
const SHOP = "/api/v1/shops/{shop}/copies";
const shopParams = z.object({ shop: z.string().min(1).max(200) });
const copyParams = shopParams.extend({ copy: z.string().min(1).max(60) });
const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { "application/json": { schema } } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { "application/json": { schema } } });
const readProblems = problemResponses("unauthenticated", "forbidden", "not_found", "invalid_input");
const writeProblems = problemResponses("unauthenticated", "forbidden", "cross_site", "too_large", "unsupported_media_type", "not_found", "invalid_input", "conflict", "wrong_state");

const rowSchema = z
  .object({
    id: z.string(),
    productId: z.string(),
    productTitle: z.string(),
    placement: z.string(),
    kind: z.string(),
    excerpt: z.string(),
    standing: z.enum(COPY_STANDINGS),
    isLive: z.boolean(),
    changedAt: z.iso.datetime(),
  })
  .openapi("CopySummary");
const evidenceSchema = z.record(z.string(), z.unknown()).openapi("CopyEvidence", { description: "All that proves the decision, with sha256 hashes over RFC 8785 JSON; `yuefu verify` recomputes them" });

const listRoute = createRoute({
  method: "get",
  path: SHOP,
  tags: TAGS,
  summary: "The shop's texts, newest change first",
  request: { params: shopParams, query: z.object({ after: z.string().max(60).optional() }) },
  responses: { 200: json(z.object({ rows: z.array(rowSchema), next: z.string().nullable() }).openapi("CopyPage"), "One page"), ...readProblems },
});
const createTextRoute = createRoute({
  method: "post",
  path: SHOP,
  tags: TAGS,
  summary: "Keep the first version of a text",
  request: { params: shopParams, body: body(createCopyInput.clone().openapi("CopyDraft")) },
  responses: { 201: json(z.object({ copyId: z.string(), version: z.int() }), "The text"), ...writeProblems },
});
const saveRoute = createRoute({
  method: "put",
  path: `${SHOP}/{copy}`,
  tags: TAGS,
  summary: "Keep changed words as a new version",
  request: { params: copyParams, body: body(saveCopyInput.omit({ copyId: true }).openapi("CopyChange")) },
  responses: { 200: json(z.object({ version: z.int() }), "The version"), ...writeProblems },
});
const submitRoute = createRoute({
  method: "post",
  path: `${SHOP}/{copy}/submissions`,
  tags: TAGS,
  summary: "Submit a version for review",
  request: { params: copyParams, body: body(submitCopyInput.omit({ copyId: true }).openapi("CopySubmission")) },
  responses: { 201: json(z.object({ submissionId: z.string(), verdict: z.enum(["pass", "warn", "block"]) }), "In the queue"), ...writeProblems },
});
const withdrawRoute = createRoute({
  method: "post",
  path: `${SHOP}/withdrawals`,
  tags: TAGS,
  summary: "Take a submission out of the queue",
  request: { params: shopParams, body: body(withdrawCopyInput.clone().openapi("CopyWithdrawal")) },
  responses: { 204: { description: "Withdrawn" }, ...writeProblems },
});
const ownEvidenceRoute = createRoute({
  method: "get",
  path: "/api/v1/shops/{shop}/copy-decisions/{decision}",
  tags: TAGS,
  summary: "The evidence of a decision on the shop's own words",
  request: { params: shopParams.extend({ decision: z.string().min(1).max(60) }) },
  responses: { 200: json(evidenceSchema, "The document"), ...readProblems },
});
const evidenceRoute = createRoute({
  method: "get",
  path: "/api/v1/copy-decisions/{decision}",
  tags: TAGS,
  summary: "The evidence of a decision, for compliance and audit",
  request: { params: z.object({ decision: z.string().min(1).max(60) }) },
  responses: { 200: json(evidenceSchema, "The document"), ...readProblems },
});

export function copyRoutes(api: Api): void {
  const inShop = (c: Context<ApiEnv>, shop: string) => enterShop(requireSignedIn(c), shop, { requestId: c.get("requestId") });
  api.openapi(listRoute, async (c) => c.json(await listCopies(await inShop(c, c.req.valid("param").shop), c.req.valid("query")), 200));
  api.openapi(createTextRoute, async (c) => c.json(await createCopy(await inShop(c, c.req.valid("param").shop), c.req.valid("json")), 201));
  api.openapi(saveRoute, async (c) => {
    const { shop, copy } = c.req.valid("param");
    return c.json(await saveCopy(await inShop(c, shop), { copyId: copy, ...c.req.valid("json") }), 200);
  });
  api.openapi(submitRoute, async (c) => {
    const { shop, copy } = c.req.valid("param");
    return c.json(await submitCopy(await inShop(c, shop), { copyId: copy, ...c.req.valid("json") }), 201);
  });
  api.openapi(withdrawRoute, async (c) => {
    await withdrawCopy(await inShop(c, c.req.valid("param").shop), c.req.valid("json"));
    return c.body(null, 204);
  });
  api.openapi(ownEvidenceRoute, async (c) => {
    const { shop, decision } = c.req.valid("param");
    return c.json(await getOwnEvidence(await inShop(c, shop), decision), 200);
  });
  api.openapi(evidenceRoute, async (c) => c.json(await getEvidence(await enterPlatform(requireSignedIn(c), { requestId: c.get("requestId") }), c.req.valid("param").decision), 200));
}
