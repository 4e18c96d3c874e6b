import { randomUUID } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import { getCookie } from "hono/cookie";
import { DomainError } from "@/lib/platform/errors";
import type { ApiEnv } from "./api-env";
import { isReadableAddress } from "./readable-address";
import { rateClassOf, spendRequest } from "./rate-limit";
import { receiveBody, uploadAt } from "./receive-body";
import { requireSignedIn } from "./require-signed-in";
import { requireSameOrigin } from "./same-origin";
import { sessionCookie, signedInBy } from "./session-cookie";

const PLATFORM_WRITES = new Set(["/api/v1/rate-cards", "/api/v1/policies", "/api/v1/lpr-rates"]);
const REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/;

type Guard = MiddlewareHandler<ApiEnv>;

/** Every request passes these in this order, before any route. */
export const guards: Guard[] = [identify, limitRate, requireReadableAddress, requireKnownType, recognize, requireMember, receiveBody];

export function soundRequestId(claimed: string | undefined): string {
  return claimed && REQUEST_ID.test(claimed) ? claimed : randomUUID();
}

async function identify(c: Parameters<Guard>[0], next: () => Promise<void>) {
  const requestId = c.env?.requestId ?? soundRequestId(c.req.header("x-request-id"));
  c.set("requestId", requestId);
  c.set("clientAddress", c.env?.clientAddress ?? "unknown");
  c.set("signedIn", null);
  await next();
  c.header("x-request-id", requestId);
  if (!c.res.headers.has("cache-control")) c.header("cache-control", "no-store");
}

async function limitRate(c: Parameters<Guard>[0], next: () => Promise<void>) {
  const headers = spendRequest(rateClassOf(c.req.method, c.req.path), c.get("clientAddress"));
  await next();
  for (const [name, value] of Object.entries(headers)) c.header(name, value);
}

async function requireReadableAddress(c: Parameters<Guard>[0], next: () => Promise<void>) {
  const { pathname, search } = new URL(c.req.url);
  if (!isReadableAddress(pathname, search)) throw new DomainError("malformed");
  await next();
}

/** A form that another site posts has one of the simple types; JSON it could not send without asking first. */
async function requireKnownType(c: Parameters<Guard>[0], next: () => Promise<void>) {
  const type = c.req.header("content-type")?.split(";")[0]?.trim().toLowerCase();
  const isUnnamedBody = type === undefined && (Number(c.req.header("content-length") ?? 0) > 0 || c.req.header("transfer-encoding") !== undefined);
  const known = uploadAt(c.req.method, c.req.path)?.types ?? ["application/json"];
  if (isUnnamedBody || (type && !known.includes(type))) throw new DomainError("unsupported_media_type");
  await next();
}

async function recognize(c: Parameters<Guard>[0], next: () => Promise<void>) {
  const cookies = getCookie(c);
  if (sessionCookie(cookies)) {
    requireSameOrigin(c.req.method, (name) => c.req.header(name));
    c.set("signedIn", await signedInBy(cookies));
  }
  await next();
}

/** Who is nobody learns nothing about what a member's route takes. */
async function requireMember(c: Parameters<Guard>[0], next: () => Promise<void>) {
  if (c.req.path.startsWith("/api/v1/shops/") || (c.req.method === "POST" && PLATFORM_WRITES.has(c.req.path))) requireSignedIn(c);
  await next();
}
