import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { networkOf } from "@/lib/platform/network-of";
import { processWide } from "@/lib/platform/process-wide";

const WINDOW_MS = 60_000;

/** Requests per minute and address. */
const REQUESTS_MAX = {
  label: 6_000,
  quote: 600,
  read: 1_200,
  write: 300,
} as const;

export type RateClass = keyof typeof REQUESTS_MAX;

/** One minute for everybody: what each address has spent is forgotten together, so nothing has to be swept. */
interface Minute {
  untilMs: number;
  spent: Map<string, number>;
}

/** Counts one request; gives the headers that say what is left, or throws rate_limited with the wait. */
export function spendRequest(rateClass: RateClass, address: string): Record<string, string> {
  const limit = limitOf(rateClass);
  const { spent, untilMs } = currentMinute(rateClass);
  const seconds = Math.max(1, Math.ceil((untilMs - Date.now()) / 1000));
  const network = networkOf(address);
  const count = (spent.get(network) ?? 0) + 1;
  if (count > limit) throw new DomainError("rate_limited", { params: { seconds } });
  spent.set(network, count);
  return { "ratelimit-policy": `"${rateClass}";q=${limit};w=${WINDOW_MS / 1000}`, ratelimit: `"${rateClass}";r=${limit - count};t=${seconds}` };
}

export const hasRequestsLeft = (rateClass: RateClass, address: string): boolean => (currentMinute(rateClass).spent.get(networkOf(address)) ?? 0) < limitOf(rateClass);

const limitOf = (rateClass: RateClass): number => REQUESTS_MAX[rateClass] * env().RATE_LIMIT_SCALE;

function currentMinute(rateClass: RateClass): Minute {
  const minute = processWide(MINUTE_NAMES[rateClass], (): Minute => ({ untilMs: 0, spent: new Map() }));
  const nowMs = Date.now();
  if (nowMs >= minute.untilMs || nowMs < minute.untilMs - WINDOW_MS) {
    minute.untilMs = nowMs + WINDOW_MS;
    minute.spent.clear();
  }
  return minute;
}

const MINUTE_NAMES: Record<RateClass, string> = { label: "rate-limit-label", quote: "rate-limit-quote", read: "rate-limit-read", write: "rate-limit-write" };

export function rateClassOf(method: string, pathname: string): RateClass {
  if (pathname.startsWith("/api/v1/labels")) return "label";
  if (pathname.startsWith("/api/v1/quotes")) return "quote";
  return method === "GET" || method === "HEAD" ? "read" : "write";
}
