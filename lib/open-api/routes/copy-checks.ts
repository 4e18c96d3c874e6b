import { createRoute, z } from "@hono/zod-openapi";
import { asPublic } from "@/lib/access/as-public";
import { checkCopy, COPY_LENGTH_MAX, FINDINGS_MAX } from "@/lib/copy-check/check-copy";
import { CATEGORIES, CERTAINTIES, LEVELS, QUANTITIES } from "@/lib/copy-check/rule-set";
import { copyInputSchema, copyToCheck } from "@/lib/copy-check/schema";
import { ruleSetInForce } from "@/lib/review/rule-sets";
import type { Api } from "../api-env";
import { problemResponses } from "../problem";

const wordsSchema = z.object({ zh: z.string(), en: z.string() });

const findingSchema = z
  .object({
    ruleId: z.string(),
    category: z.enum(CATEGORIES),
    level: z.enum(LEVELS),
    start: z.int().openapi({ description: "UTF-16 offset in the text as sent" }),
    end: z.int().openapi({ description: "exclusive" }),
    matched: z.string(),
    reason: wordsSchema,
    suggestion: wordsSchema,
    basis: z.array(z.object({ id: z.string(), title: wordsSchema, article: z.string(), certainty: z.enum(CERTAINTIES), effectiveFrom: z.string().nullable(), source: z.string() })),
    number: z.object({ quantity: z.enum(QUANTITIES), quoted: z.union([z.number(), z.string()]) }).optional().openapi({ description: "what the quote says: fen, months, or percent" }),
    template: z.enum(["zero-interest", "per-period", "apr"]).optional().openapi({ description: "the kind of approved label template that says it" }),
  })
  .openapi("CopyFinding");

const checkSchema = z.object({ findings: z.array(findingSchema).max(FINDINGS_MAX), verdict: z.enum(["pass", "warn", "block"]), truncated: z.boolean() }).openapi("CopyCheck");

const postCopyCheck = createRoute({
  method: "post",
  path: "/api/v1/copy-checks",
  tags: ["Copy"],
  summary: "What is wrong with a promotion text",
  description: `Public; nothing is kept. Checks up to ${COPY_LENGTH_MAX.toLocaleString("en")} characters and compares the numbers with \`quote\` (a document of \`POST /api/v1/quotes\`) or with bare \`offer\` figures. \`kind\` is \`free\` unless it says \`template\`. Dates of \`window\` are Asia/Shanghai, \`to\` is the last day.`,
  request: { body: { required: true, content: { "application/json": { schema: copyInputSchema.clone().openapi("CopyCheckRequest", { example: { text: "全场免息，每期333元带回家", offer: { amountFen: 100_000, term: 3, consumerFeeTotalFen: 0 } } }) } } } },
  responses: {
    200: { description: "Findings by rising start, and the verdict", content: { "application/json": { schema: checkSchema } } },
    ...problemResponses("invalid_input", "cross_site", "too_large", "unsupported_media_type"),
  },
});

export function copyCheckRoutes(api: Api): void {
  api.openapi(postCopyCheck, async (c) => {
    const ctx = asPublic({ requestId: c.get("requestId") });
    const { set } = await ruleSetInForce(ctx, ctx.clock.now());
    const { findings, verdict, truncated } = checkCopy(copyToCheck(c.req.valid("json")), set);
    c.header("cache-control", "no-store");
    return c.json({ findings: findings.map((finding) => ({ ...finding, basis: [...finding.basis] })), verdict, truncated }, 200);
  });
}
