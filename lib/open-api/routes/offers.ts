import { createRoute, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { enterShop } from "@/lib/access/gates";
import { createOffer } from "@/lib/offers/create-offer";
import { endOffer } from "@/lib/offers/end-offer";
import { OFFER_FIELDS } from "@/lib/offers/offer-content-fields";
import { OFFER_EVENT_KINDS, OFFER_STATES } from "@/lib/offers/offer-state";
import { pauseOffer } from "@/lib/offers/pause-offer";
import { previewOffer, previewOfferInput } from "@/lib/offers/preview-offer";
import { publishOffer } from "@/lib/offers/publish-offer";
import { getOffer, listBudgetEntries, listOfferEvents, listOfferRevisions, listOffers, listOffersInput } from "@/lib/offers/queries";
import { recordBudgetUse } from "@/lib/offers/record-budget-use";
import { resumeOffer } from "@/lib/offers/resume-offer";
import { saveDraft } from "@/lib/offers/save-draft";
import { createOfferInput, endOfferInput, offerContentSchema, pauseOfferInput, publishOfferInput, recordBudgetUseInput, resumeOfferInput, saveDraftInput } from "@/lib/offers/schema";
import type { ErrorCode } from "@/lib/platform/errors";
import type { ShopContext } from "@/lib/platform/context";
import type { Api, ApiEnv } from "../api-env";
import { problemResponses } from "../problem";
import { requireSignedIn } from "../require-signed-in";

const TAGS = ["Offers"];
const SHOP = "/api/v1/shops/{shop}/offers";
const OFFER = `${SHOP}/{offer}`;

const shopParams = z.object({ shop: z.string().min(1).max(200) });
const offerParams = shopParams.extend({ offer: z.string().min(1).max(60) });
const CONTENT = {
  name: "3期0息",
  channel: "douyin-monthly-pay",
  terms: [3],
  funding: { consumerBps: 0, merchantBps: 10_000, platformBps: 0 },
  window: { from: "2027-01-01T00:00:00+08:00", to: "2027-02-01T00:00:00+08:00" },
  minAmountFen: 10_000,
  maxAmountFen: 500_000,
  budgetFen: 100_000,
  warnAtBps: 8_000,
  target: { kind: "all" as const },
  placements: ["LIVESTREAM" as const],
  priority: 100,
  templates: { LIVESTREAM: "zero-interest" },
};
const contentSchema = offerContentSchema.clone().openapi("OfferContent", { example: CONTENT });
const budgetSchema = z.object({
  budgetFen: z.int().nullable(),
  usedFen: z.int(),
  remainingFen: z.int().nullable(),
  usedBps: z.int().nullable(),
  mark: z.enum(["fine", "warning", "exhausted"]),
});
const summarySchema = z
  .object({
    offerId: z.string(),
    state: z.enum(OFFER_STATES),
    endedByHand: z.boolean(),
    revision: z.int().openapi({ description: "Newest published revision, 0 before the first" }),
    draftVersion: z.int(),
    content: contentSchema,
    hasUnpublishedChanges: z.boolean(),
    budget: budgetSchema,
    changedAt: z.iso.datetime(),
  })
  .openapi("OfferSummary");
const offerSchema = summarySchema
  .extend({
    draft: contentSchema,
    published: z.object({ revision: z.int(), content: contentSchema, publishedAt: z.iso.datetime() }).nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi("Offer");
const changeSchema = z.object({ field: z.enum(OFFER_FIELDS), before: z.unknown(), after: z.unknown() });
const revisionSchema = z.object({ revision: z.int(), content: contentSchema, publishedAt: z.iso.datetime(), publishedBy: z.string(), before: contentSchema.nullable(), changes: z.array(changeSchema).nullable() });
const eventSchema = z.object({ kind: z.enum(OFFER_EVENT_KINDS), revision: z.int(), at: z.iso.datetime(), by: z.string().nullable(), reason: z.string().nullable() });
const entrySchema = z.object({ entryId: z.string(), amountFen: z.int(), reference: z.string(), at: z.iso.datetime(), by: z.string().nullable() });

const json = <T extends z.ZodType>(schema: T, description: string) => ({ description, content: { "application/json": { schema } } });
const body = <T extends z.ZodType>(schema: T) => ({ required: true, content: { "application/json": { schema } } });
const readProblems = problemResponses("unauthenticated", "forbidden", "not_found", "invalid_input", "rate_limited");
const writeProblems = (...more: ErrorCode[]) => problemResponses("unauthenticated", "forbidden", "cross_site", "too_large", "unsupported_media_type", "not_found", "invalid_input", "rate_limited", ...more);

const listRoute = createRoute({
  method: "get",
  path: SHOP,
  tags: TAGS,
  summary: "The shop's offers, newest first",
  request: { params: shopParams, query: listOffersInput.omit({ limit: true }).extend({ limit: z.coerce.number().int().min(1).max(100).optional() }) },
  responses: { 200: json(z.object({ rows: z.array(summarySchema), next: z.string().nullable() }).openapi("OfferPage"), "One page"), ...readProblems },
});
const createDraftRoute = createRoute({
  method: "post",
  path: SHOP,
  tags: TAGS,
  summary: "Keep a new draft",
  description: "With an `offerId` of your own (`ofr_` and 26 of 0-9a-z) the request may be sent again without making a second offer.",
  request: { params: shopParams, body: body(createOfferInput) },
  responses: { 201: json(z.object({ offerId: z.string(), draftVersion: z.int() }), "Kept"), ...writeProblems("conflict") },
});
const previewRoute = createRoute({
  method: "post",
  path: `${SHOP}/preview`,
  tags: TAGS,
  summary: "What an offer would do if it were published as it stands",
  description: "Changes nothing. Figures per term, refusals with their arithmetic, products without a label and why, conflicts with other offers. Up to 10,000 SKUs are judged.",
  request: { params: shopParams, body: body(previewOfferInput) },
  responses: { 200: json(z.record(z.string(), z.unknown()).openapi("OfferPreview"), "The preview"), ...writeProblems() },
});
const getRoute = createRoute({ method: "get", path: OFFER, tags: TAGS, summary: "One offer", request: { params: offerParams }, responses: { 200: json(offerSchema, "The offer"), ...readProblems } });
const saveRoute = createRoute({
  method: "put",
  path: `${OFFER}/draft`,
  tags: TAGS,
  summary: "Keep the draft",
  description: "`expectedDraftVersion` is the version that was edited. If somebody was faster: 409 with their content in `data`.",
  request: { params: offerParams, body: body(saveDraftInput.omit({ offerId: true })) },
  responses: { 200: json(z.object({ draftVersion: z.int() }), "Kept"), ...writeProblems("conflict") },
});
const publishRoute = createRoute({
  method: "post",
  path: `${OFFER}/revisions`,
  tags: TAGS,
  summary: "Publish the draft as the next revision",
  description: "Refused with `offer_refused` and the arithmetic in `data.refusals` where its words or figures do not hold.",
  request: { params: offerParams, body: body(publishOfferInput.omit({ offerId: true })) },
  responses: { 201: json(z.object({ offerId: z.string(), revision: z.int(), state: z.enum(OFFER_STATES) }), "Published"), ...writeProblems("conflict", "offer_refused") },
});
const revisionsRoute = createRoute({
  method: "get",
  path: `${OFFER}/revisions`,
  tags: TAGS,
  summary: "What was published, newest first, each against the one before",
  request: { params: offerParams, query: z.strictObject({ after: z.coerce.number().int().min(1).optional() }) },
  responses: { 200: json(z.object({ rows: z.array(revisionSchema), next: z.int().nullable() }), "One page"), ...readProblems },
});
const eventsRoute = createRoute({ method: "get", path: `${OFFER}/events`, tags: TAGS, summary: "The newest events of an offer", request: { params: offerParams }, responses: { 200: json(z.object({ rows: z.array(eventSchema) }), "Newest first"), ...readProblems } });
const entriesRoute = createRoute({
  method: "get",
  path: `${OFFER}/budget-entries`,
  tags: TAGS,
  summary: "What the budget has borne",
  request: { params: offerParams, query: z.strictObject({ after: z.string().max(60).optional() }) },
  responses: { 200: json(z.object({ rows: z.array(entrySchema), next: z.string().nullable() }), "One page"), ...readProblems },
});
const recordRoute = createRoute({
  method: "post",
  path: `${OFFER}/budget-entries`,
  tags: TAGS,
  summary: "Count merchant-borne fee against the budget, once per reference",
  request: { params: offerParams, body: body(recordBudgetUseInput.omit({ offerId: true })) },
  responses: { 200: json(budgetSchema.extend({ isNew: z.boolean() }), "Counted"), ...writeProblems("duplicate", "wrong_state") },
});
const switches = [
  { name: "pause", summary: "Take the offer's labels down", input: pauseOfferInput.omit({ offerId: true }), verb: pauseOffer },
  { name: "resume", summary: "Let a paused offer go on", input: resumeOfferInput.omit({ offerId: true }), verb: resumeOffer },
  { name: "end", summary: "End the offer for good", input: endOfferInput.omit({ offerId: true }), verb: endOffer },
] as const;

export function offerRoutes(api: Api): void {
  api.openapi(listRoute, async (c) => c.json(await listOffers(await enter(c, c.req.valid("param").shop), c.req.valid("query")), 200));
  api.openapi(createDraftRoute, async (c) => c.json(await createOffer(await enter(c, c.req.valid("param").shop), c.req.valid("json")), 201));
  api.openapi(previewRoute, async (c) => c.json({ ...(await previewOffer(await enter(c, c.req.valid("param").shop), c.req.valid("json"))) }, 200));
  api.openapi(getRoute, async (c) => c.json(await getOffer(await enter(c, c.req.valid("param").shop), c.req.valid("param").offer), 200));
  api.openapi(saveRoute, async (c) => c.json(await saveDraft(await enter(c, c.req.valid("param").shop), { offerId: c.req.valid("param").offer, ...c.req.valid("json") }), 200));
  api.openapi(publishRoute, async (c) => c.json(await publishOffer(await enter(c, c.req.valid("param").shop), { offerId: c.req.valid("param").offer, ...c.req.valid("json") }), 201));
  api.openapi(revisionsRoute, async (c) => c.json(await listOfferRevisions(await enter(c, c.req.valid("param").shop), { offerId: c.req.valid("param").offer, ...c.req.valid("query") }), 200));
  api.openapi(eventsRoute, async (c) => c.json({ rows: await listOfferEvents(await enter(c, c.req.valid("param").shop), { offerId: c.req.valid("param").offer }) }, 200));
  api.openapi(entriesRoute, async (c) => c.json(await listBudgetEntries(await enter(c, c.req.valid("param").shop), { offerId: c.req.valid("param").offer, ...c.req.valid("query") }), 200));
  api.openapi(recordRoute, async (c) => c.json(await recordBudgetUse(await enter(c, c.req.valid("param").shop), { offerId: c.req.valid("param").offer, ...c.req.valid("json") }), 200));
  for (const { name, summary, input, verb } of switches) {
    const route = createRoute({ method: "post", path: `${OFFER}/${name}`, tags: TAGS, summary, request: { params: offerParams, body: body(input) }, responses: { 200: json(offerSchema, "The offer"), ...writeProblems("wrong_state") } });
    api.openapi(route, async (c) => {
      const ctx = await enter(c, c.req.valid("param").shop);
      const { offer: offerId } = c.req.valid("param");
      const { reason = "" } = c.req.valid("json");
      await verb(ctx, { offerId, reason });
      return c.json(await getOffer(ctx, offerId), 200);
    });
  }
}

async function enter(c: Context<ApiEnv>, shopId: string): Promise<ShopContext> {
  c.header("cache-control", "no-store");
  return enterShop(requireSignedIn(c), shopId, { requestId: c.get("requestId") });
}
