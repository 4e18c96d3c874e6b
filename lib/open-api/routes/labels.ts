import { createRoute, z } from "@hono/zod-openapi";
import { enterShop, enterStore, type Circumstances, type SignedIn } from "@/lib/access/gates";
import { explainLabel } from "@/lib/labels/explain-label";
import { labelHistory } from "@/lib/labels/label-history";
import { LABEL_REASONS, PUBLIC_REASONS } from "@/lib/labels/label-reason";
import type { LabelAnswer } from "@/lib/labels/label-view";
import { liftStop } from "@/lib/labels/lift-stop";
import { listLabelStops } from "@/lib/labels/queries";
import { stopLabelsInput } from "@/lib/labels/schema";
import { stopLabels } from "@/lib/labels/stop-labels";
import { LOSSES } from "@/lib/offers/loss";
import { RANK_STEPS } from "@/lib/offers/rank";
import { PLACEMENTS } from "@/lib/offers/placement";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError, isDomainError } from "@/lib/platform/errors";
import { answerLabel, answerLabelAt } from "@/lib/storefront/answer-label";
import { labelIndex } from "@/lib/storefront/label-index";
import { BATCH_MAX, labelAskSchema, labelBatchSchema, labelQuerySchema, PLACEMENT_BY_SLUG, type LabelAsk } from "@/lib/storefront/label-query";
import type { Api } from "../api-env";
import { answerLabelQuery } from "../label-path";
import { problemResponses } from "../problem";
import { spendRequest } from "../rate-limit";
import { requireSignedIn } from "../require-signed-in";

const labelSchema = z
  .object({
    mainLine: z.string().openapi({ example: "3期0息" }),
    subLine: z.string().openapi({ example: "消费信贷|示例|商家付|年化0.00%|逾期计费" }),
    term: z.int(),
    perPeriodFen: z.int(),
    priceFen: z.int().openapi({ description: "What paying in full now costs" }),
    nominalAprPercent: z.string().openapi({ description: "12 × the monthly rate, the one that stands in the words" }),
    effectiveAprPercent: z.string().openapi({ description: "Compounded, actual/365, for an order on the day of the answer" }),
    interestFree: z.boolean(),
    disclosureUrl: z.string(),
    offerId: z.string(),
    revision: z.int(),
    quoteFingerprint: z.string(),
    validUntil: z.iso.datetime(),
  })
  .openapi("Label");

const answerSchema = z.object({ label: labelSchema.nullable(), reason: z.enum(PUBLIC_REASONS) }).openapi("LabelAnswer");
const batchAnswerSchema = z.object({ labels: z.array(z.object({ label: labelSchema.nullable(), reason: z.enum([...PUBLIC_REASONS, "not-found"]) })) }).openapi("LabelAnswers");

const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { "application/json": { schema } } });
const shopParam = z.object({ shop: z.string().min(1).max(200) });

const { shop: shopName, product: productName } = labelQuerySchema.shape;
const EXAMPLES = { shop: shopName.clone().openapi({ example: "shanshe" }), product: productName.clone().openapi({ example: "TC1001" }) };

const getLabel = createRoute({
  method: "get",
  path: "/api/v1/labels",
  tags: ["Labels"],
  summary: "The label of a product at a placement",
  description:
    "Public. One winner per product (SKU), placement, amount and instant. `amount` (fen) replaces both prices and keeps their difference. Products whose SKUs differ in price need `sku` for a label that names an amount; where every SKU shows the same words without an amount, one label serves them all with the numbers of the SKU whose cash price is lowest. `at` in the past answers what was shown then; later than now it needs `label:view`.",
  request: { query: labelQuerySchema.extend(EXAMPLES) },
  responses: {
    200: json(answerSchema, "The label, or null with the reason. Has an ETag."),
    304: { description: "What the client has is still true" },
    ...problemResponses("invalid_input", "not_found", "unauthenticated", "forbidden", "rate_limited"),
  },
});

const postBatch = createRoute({
  method: "post",
  path: "/api/v1/labels/batch",
  tags: ["Labels"],
  summary: `Up to ${BATCH_MAX} labels at once`,
  description: "Public. Answers in the order of the items; an item whose shop, product or SKU does not exist gets the reason `not-found` and the others their labels.",
  request: { body: { required: true, content: { "application/json": { schema: labelBatchSchema.clone().openapi("LabelBatch", { example: { items: [{ shop: "shanshe", product: "TC1001", placement: "livestream" }] } }) } } } },
  responses: { 200: json(batchAnswerSchema, "One answer per item"), ...problemResponses("invalid_input", "unauthenticated", "forbidden", "cross_site", "too_large", "unsupported_media_type") },
});

const explanationSchema = answerSchema
  .extend({
    at: z.iso.datetime(),
    placement: z.enum(PLACEMENTS),
    shopReason: z.enum(LABEL_REASONS),
    stopped: z.object({ at: z.iso.datetime(), reason: z.string() }).nullable(),
    sku: z.object({ skuId: z.string(), name: z.string() }).nullable(),
    winner: z.object({ offerId: z.string(), offerName: z.string(), revision: z.int(), term: z.int(), templateCode: z.string(), quote: z.record(z.string(), z.unknown()) }).nullable(),
    losers: z.array(
      z.object({
        offerId: z.string(),
        offerName: z.string(),
        revision: z.int(),
        term: z.int().nullable(),
        loss: z.enum(LOSSES),
        step: z.enum(RANK_STEPS).nullable(),
        params: z.record(z.string(), z.union([z.string(), z.number()])),
      }),
    ),
  })
  .openapi("LabelExplanation");

const explainRoute = createRoute({
  method: "get",
  path: "/api/v1/shops/{shop}/labels/explain",
  tags: ["Labels"],
  summary: "Which offer won, which lost and why",
  request: { params: shopParam, query: labelQuerySchema.omit({ shop: true }).extend({ product: EXAMPLES.product }) },
  responses: { 200: json(explanationSchema, "The explanation"), ...problemResponses("unauthenticated", "forbidden", "not_found", "invalid_input", "rate_limited") },
});

const intervalSchema = z.object({
  from: z.iso.datetime(),
  to: z.iso.datetime().nullable(),
  reason: z.string(),
  label: z
    .object({
      mainLine: z.string(),
      subLine: z.string(),
      term: z.int(),
      perPeriodFen: z.int(),
      priceFen: z.int(),
      nominalAprPercent: z.string(),
      offerId: z.string(),
      offerName: z.string(),
      revision: z.int(),
    })
    .nullable(),
});

const historyRoute = createRoute({
  method: "get",
  path: "/api/v1/shops/{shop}/labels/history",
  tags: ["Labels"],
  summary: "What was shown when",
  request: { params: shopParam, query: labelQuerySchema.pick({ product: true, sku: true, placement: true }).extend({ before: labelAskSchema.shape.at }) },
  responses: {
    200: json(z.object({ intervals: z.array(intervalSchema), next: z.string().nullable() }).openapi("LabelHistory"), "Newest first"),
    ...problemResponses("unauthenticated", "forbidden", "not_found", "invalid_input", "rate_limited"),
  },
});

const stopSchema = z.object({ at: z.iso.datetime(), reason: z.string() }).openapi("LabelStop");
const stopWrite = { params: shopParam, body: { required: true, content: { "application/json": { schema: stopLabelsInput.clone().openapi({ example: { reason: "直播间价格待复核" } }) } } } };
const stopProblems = problemResponses("unauthenticated", "forbidden", "cross_site", "too_large", "unsupported_media_type", "not_found", "wrong_state", "invalid_input", "rate_limited");

const stopRoute = createRoute({
  method: "post",
  path: "/api/v1/shops/{shop}/label-stops",
  tags: ["Labels"],
  summary: "Take every label of the shop down at once",
  request: stopWrite,
  responses: { 201: json(stopSchema, "Stopped"), ...stopProblems },
});

const liftRoute = createRoute({
  method: "post",
  path: "/api/v1/shops/{shop}/label-stops/lift",
  tags: ["Labels"],
  summary: "Let the shop's labels be shown again",
  request: stopWrite,
  responses: { 200: json(stopSchema, "Lifted"), ...stopProblems },
});

const listStopsRoute = createRoute({
  method: "get",
  path: "/api/v1/shops/{shop}/label-stops",
  tags: ["Labels"],
  summary: "Every stop and lifting, newest first",
  request: { params: shopParam, query: z.strictObject({ before: z.string().regex(/^\d{1,18}$/).optional() }) },
  responses: {
    200: json(
      z.object({ rows: z.array(z.object({ id: z.string(), kind: z.enum(["stopped", "lifted"]), at: z.iso.datetime(), by: z.string(), reason: z.string() })), next: z.string().nullable() }).openapi("LabelStops"),
      "One page",
    ),
    ...problemResponses("unauthenticated", "forbidden", "not_found", "invalid_input", "rate_limited"),
  },
});

export function labelRoutes(api: Api): void {
  api.openapi(getLabel, async (c) => {
    const asked = c.req.valid("query");
    const search = new URL(c.req.url).search;
    if (!asked.at) {
      const { status, headers, body } = await answerLabelQuery(search, c.req.header("if-none-match"));
      for (const [name, value] of Object.entries(headers)) c.header(name, String(value));
      return status === 304 ? c.body(null, 304) : c.json(JSON.parse(Buffer.from(body!, "latin1").toString()) as LabelAnswer, 200);
    }
    spendRequest("read", c.get("clientAddress"));
    c.header("cache-control", "no-cache");
    return c.json(await answerAt(c.get("signedIn"), asked, asked.at, { requestId: c.get("requestId") }), 200);
  });

  api.openapi(postBatch, async (c) => {
    const { items } = c.req.valid("json");
    const labels: z.infer<typeof batchAnswerSchema>["labels"] = [];
    // Each item counts as the request that it stands for; one about another instant reads the database.
    for (const asked of items) spendRequest(asked.at ? "read" : "label", c.get("clientAddress"));
    for (const asked of items) labels.push(await orNotFound(asked.at ? answerAt(c.get("signedIn"), asked, asked.at, { requestId: c.get("requestId") }) : answerLabel(labelIndex(), asked)));
    c.header("cache-control", "no-cache");
    return c.json({ labels }, 200);
  });

  api.openapi(explainRoute, async (c) => {
    const ctx = await enterShop(requireSignedIn(c), c.req.valid("param").shop, { requestId: c.get("requestId") });
    const { placement, ...asked } = c.req.valid("query");
    c.header("cache-control", "no-store");
    const explanation = await explainLabel(ctx, { ...asked, placement: PLACEMENT_BY_SLUG[placement] });
    return c.json({ ...explanation, winner: explanation.winner && { ...explanation.winner, quote: { ...explanation.winner.quote } } }, 200);
  });

  api.openapi(historyRoute, async (c) => {
    const ctx = await enterShop(requireSignedIn(c), c.req.valid("param").shop, { requestId: c.get("requestId") });
    const { placement, ...asked } = c.req.valid("query");
    c.header("cache-control", "no-store");
    return c.json(await labelHistory(ctx, { ...asked, placement: PLACEMENT_BY_SLUG[placement] }), 200);
  });

  api.openapi(stopRoute, async (c) => {
    const ctx = await enterShop(requireSignedIn(c), c.req.valid("param").shop, { requestId: c.get("requestId") });
    return c.json(await stopLabels(ctx, c.req.valid("json")), 201);
  });

  api.openapi(liftRoute, async (c) => {
    const ctx = await enterShop(requireSignedIn(c), c.req.valid("param").shop, { requestId: c.get("requestId") });
    return c.json(await liftStop(ctx, c.req.valid("json")), 200);
  });

  api.openapi(listStopsRoute, async (c) => {
    const ctx = await enterShop(requireSignedIn(c), c.req.valid("param").shop, { requestId: c.get("requestId") });
    c.header("cache-control", "no-store");
    return c.json(await listLabelStops(ctx, c.req.valid("query")), 200);
  });
}

async function answerAt(signedIn: SignedIn | null, asked: LabelAsk, at: Date, circumstances: Circumstances): Promise<LabelAnswer> {
  const ctx = await enterAsFarAsAllowed(signedIn, asked.shop, circumstances);
  if (!signedIn && at > ctx.clock.now()) throw new DomainError("unauthenticated");
  return answerLabelAt(ctx, asked, at);
}

/** The shop's own people come in with their permissions, everybody else as the public. */
async function enterAsFarAsAllowed(signedIn: SignedIn | null, shop: string, circumstances: Circumstances): Promise<ShopContext> {
  if (!signedIn) return enterStore(shop, circumstances);
  try {
    return await enterShop(signedIn, shop, circumstances);
  } catch (error) {
    if (isDomainError(error) && error.code === "not_found") return enterStore(shop, circumstances);
    throw error;
  }
}

async function orNotFound(answer: Promise<LabelAnswer>): Promise<LabelAnswer | { label: null; reason: "not-found" }> {
  try {
    return await answer;
  } catch (error) {
    if (isDomainError(error) && error.code === "not_found") return { label: null, reason: "not-found" };
    throw error;
  }
}
