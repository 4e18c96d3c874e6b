import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { networkOf } from "@/lib/platform/network-of";
import { processWide } from "@/lib/platform/process-wide";

const WINDOW_SECONDS = 60;

/** Requests per minute and address. */
const REQUESTS_MAX = {
  label: 6_000,
  quote: 600,
  read: 1_200,
  write: 300,
} as const;

export type RateClass = keyof typeof REQUESTS_MAX;

/** Counts one request; gives the headers that say what is left, or throws rate_limited with the wait. */
export async function spendRequest(rateClass: RateClass, address: string): Promise<Record<string, string>> {
  const limit = REQUESTS_MAX[rateClass] * env().RATE_LIMIT_SCALE;
  const limiter = processWide(`rate-limit-${rateClass}`, () => new RateLimiterMemory({ points: limit, duration: WINDOW_SECONDS }));
  try {
    return headersOf(rateClass, limit, await limiter.consume(networkOf(address)));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    throw new DomainError("rate_limited", { params: { seconds: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) } });
  }
}

export function rateClassOf(method: string, pathname: string): RateClass {
  if (pathname.startsWith("/api/v1/labels")) return "label";
  if (pathname.startsWith("/api/v1/quotes")) return "quote";
  return method === "GET" || method === "HEAD" ? "read" : "write";
}

function headersOf(rateClass: RateClass, limit: number, state: RateLimiterRes): Record<string, string> {
  return {
    "ratelimit-policy": `"${rateClass}";q=${limit};w=${WINDOW_SECONDS}`,
    ratelimit: `"${rateClass}";r=${state.remainingPoints};t=${Math.ceil(state.msBeforeNext / 1000)}`,
  };
}
