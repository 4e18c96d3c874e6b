import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import { getCookie } from "hono/cookie";
import { DomainError } from "@/lib/platform/errors";
import type { ApiEnv } from "./api-env";
import { rateClassOf, spendRequest } from "./rate-limit";
import { requireSameOrigin } from "./same-origin";
import { sessionCookie, signedInBy } from "./session-cookie";

const JSON_BYTES_MAX = 1_000_000;
const UPLOAD_BYTES_MAX = 50_000_000;
const UPLOAD_TYPES = ["multipart/form-data", "text/csv"];
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

/** Every request passes these in this order, before any route. */
export const guards: MiddlewareHandler<ApiEnv>[] = [identify, limitRate, requireKnownType, limitBody(), recognize];

export function soundRequestId(claimed: string | undefined): string {
  return claimed && REQUEST_ID.test(claimed) ? claimed : randomUUID();
}

async function identify(c: Parameters<MiddlewareHandler<ApiEnv>>[0], next: () => Promise<void>) {
  const requestId = c.env?.requestId ?? soundRequestId(c.req.header("x-request-id"));
  c.set("requestId", requestId);
  c.set("clientAddress", c.env?.clientAddress ?? "unknown");
  c.set("signedIn", null);
  await next();
  c.header("x-request-id", requestId);
}

async function limitRate(c: Parameters<MiddlewareHandler<ApiEnv>>[0], next: () => Promise<void>) {
  const headers = await spendRequest(rateClassOf(c.req.method, c.req.path), c.get("clientAddress"));
  await next();
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
}

/** A form that another site posts has one of the simple types; JSON it could not send without asking first. */
async function requireKnownType(c: Parameters<MiddlewareHandler<ApiEnv>>[0], next: () => Promise<void>) {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type && type !== "application/json" && !UPLOAD_TYPES.includes(type)) throw new DomainError("unsupported_media_type");
  await next();
}

function limitBody(): MiddlewareHandler<ApiEnv> {
  const onError = () => {
    throw new DomainError("too_large");
  };
  const json = bodyLimit({ maxSize: JSON_BYTES_MAX, onError });
  const upload = bodyLimit({ maxSize: UPLOAD_BYTES_MAX, onError });
  return (c, next) => (UPLOAD_TYPES.some((type) => c.req.header("content-type")?.startsWith(type)) ? upload(c, next) : json(c, next));
}

async function recognize(c: Parameters<MiddlewareHandler<ApiEnv>>[0], next: () => Promise<void>) {
  const cookies = getCookie(c);
  if (sessionCookie(cookies)) {
    requireSameOrigin(c.req.raw);
    c.set("signedIn", await signedInBy(cookies));
  }
  await next();
}
