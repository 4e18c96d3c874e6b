import { createRoute, z } from "@hono/zod-openapi";
import type { Api } from "../api-env";
import { answerQuote } from "../answer-quote";
import { problemResponses } from "../problem";
import { quoteRequestSchema } from "../quote-request";

const documentSchema = z
  .object({
    engineVersion: z.string(),
    input: z.record(z.string(), z.unknown()).openapi({ description: "Everything the figures rest on: prices, the whole rate card, every policy and prime rate" }),
    result: z.record(z.string(), z.unknown()).openapi({ description: "Schedule, fee split, both annual rates, verdicts of the ceilings, disclosure" }),
    fingerprint: z.string().openapi({ description: "sha256 of the RFC 8785 JSON of {engineVersion, input, result}" }),
  })
  .openapi("QuoteDocument");

const postQuote = createRoute({
  method: "post",
  path: "/api/v1/quotes",
  tags: ["Quotes"],
  summary: "What installments really cost",
  description:
    "Public. Either `shop`, `product` and, where prices differ, `sku`, or `cashPriceFen` with `installmentPriceFen`, `financedFen`, `upfrontFeeFen`, `addOnsFen`. Either a live `offer`, which brings its card and funding, or `rateCard` (the id of a version or a channel; by default the card of douyin-monthly-pay on the order date) and `funding` (by default all on the consumer). `orderDate` is today in Shanghai unless given. The answer is the document that `yuefu quote` writes and `yuefu verify` accepts.",
  request: { body: { required: true, content: { "application/json": { schema: quoteRequestSchema.clone().openapi("QuoteRequest", { example: { cashPriceFen: 120_000, term: 3, funding: { consumerBps: 0, merchantBps: 10_000, platformBps: 0 } } }) } } } },
  responses: {
    200: { description: "The quote", content: { "application/json": { schema: documentSchema } } },
    ...problemResponses("invalid_input", "quote_failed", "not_found", "cross_site", "too_large", "unsupported_media_type"),
  },
});

export function quoteRoutes(api: Api): void {
  api.openapi(postQuote, async (c) => {
    const document = await answerQuote(c.req.valid("json"), { requestId: c.get("requestId") });
    c.header("cache-control", "no-store");
    return c.json({ ...document, input: { ...document.input }, result: { ...document.result } }, 200);
  });
}
