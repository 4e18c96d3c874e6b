import { z } from "@hono/zod-openapi";
import { HTTPException } from "hono/http-exception";
import { DomainError, ERROR_STATUS, isDomainError, type ErrorCode } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { issuesOf, isZodError } from "@/lib/platform/zod-issues";

const CODES = Object.keys(ERROR_STATUS) as [ErrorCode, ...ErrorCode[]];

const problemSchema = z
  .object({
    type: z.string().openapi({ example: "/api/docs/errors/invalid_input" }),
    title: z.string(),
    status: z.int(),
    code: z.enum(CODES),
    requestId: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
    issues: z.array(z.object({ path: z.string(), code: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])).optional() })).optional(),
    data: z.unknown().optional(),
  })
  .openapi("Problem", { description: "RFC 9457. `code` is one of a closed set; `issues` lists the fields that were refused." });

/** What any route can answer. */
const ALWAYS: ErrorCode[] = ["malformed", "rate_limited", "internal"];

/** The `responses` of a route for the refusals it can give. */
export function problemResponses(...codes: ErrorCode[]) {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of new Set([...codes, ...ALWAYS])) byStatus.set(ERROR_STATUS[code], [...(byStatus.get(ERROR_STATUS[code]) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, same]) => [status, { description: same.join(", "), content: { "application/problem+json": { schema: problemSchema } } }]),
  );
}

/** Any error as a response. Only refusals say what they are; what is not one is logged and answered as `internal`. */
export function problemOf(error: unknown, requestId: string): Response {
  const refusal = asRefusal(error);
  if (!refusal) log.error({ requestId, err: error }, "unexpected error");
  const { code, detail } = refusal ?? new DomainError("internal");
  const status = ERROR_STATUS[code];
  const headers: Record<string, string> = { "content-type": "application/problem+json; charset=utf-8", "cache-control": "no-store" };
  if (code === "rate_limited" && detail.params?.seconds !== undefined) headers["retry-after"] = String(detail.params.seconds);
  // What is left of the body is not read: the connection cannot carry another request.
  if (code === "too_large") headers.connection = "close";
  const body = { type: `/api/docs/errors/${code}`, title: titleOf(code), status, code, requestId, ...detail };
  return new Response(JSON.stringify(body), { status, headers });
}

function asRefusal(error: unknown): DomainError | undefined {
  if (isDomainError(error)) return error;
  if (isZodError(error)) return new DomainError("invalid_input", { issues: issuesOf(error) });
  if (!(error instanceof HTTPException)) return undefined;
  if (error.status === 413) return new DomainError("too_large");
  if (error.status >= 400 && error.status < 500) return new DomainError("malformed");
  return undefined;
}

const titleOf = (code: ErrorCode) => code.replaceAll("_", " ").replace(/^./, (first) => first.toUpperCase());
