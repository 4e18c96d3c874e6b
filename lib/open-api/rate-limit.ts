import { systemClock } from "@/lib/platform/clock";
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
  /** when it was last looked at */
  nowMs: number;
  spent: Map<string, number>;
}

/** Counts one request; gives the headers that say what is left, or throws rate_limited with the wait. */
export function spendRequest(rateClass: RateClass, address: string): Record<string, string> {
  const headers = trySpendRequest(rateClass, address);
  if (!headers) throw new DomainError("rate_limited", { params: { seconds: secondsLeft(currentMinute(rateClass)) } });
  return headers;
}

/** The same; null, and nothing counted, where none is left. */
export function trySpendRequest(rateClass: RateClass, address: string): Record<string, string> | null {
  const limit = limitOf(rateClass);
  const minute = currentMinute(rateClass);
  const network = address === lastAddress ? lastNetwork : rememberedNetwork(address);
  const spent = (minute.spent.get(network) ?? 0) + 1;
  if (spent > limit) return null;
  minute.spent.set(network, spent);
  return { "ratelimit-policy": `"${rateClass}";q=${limit};w=${WINDOW_MS / 1000}`, ratelimit: `"${rateClass}";r=${limit - spent};t=${secondsLeft(minute)}` };
}

/** Behind a proxy of the storefront's, nearly every request comes from the address of the one before. */
let lastAddress = "";
let lastNetwork = "";

function rememberedNetwork(address: string): string {
  lastAddress = address;
  return (lastNetwork = networkOf(address));
}

const secondsLeft = ({ untilMs, nowMs }: Minute): number => Math.max(1, Math.ceil((untilMs - nowMs) / 1000));

const limitOf = (rateClass: RateClass): number => REQUESTS_MAX[rateClass] * env().RATE_LIMIT_SCALE;

function currentMinute(rateClass: RateClass): Minute {
  const minute = processWide(MINUTE_NAMES[rateClass], (): Minute => ({ untilMs: 0, nowMs: 0, spent: new Map() }));
  const nowMs = systemClock.now().getTime();
  minute.nowMs = nowMs;
  if (nowMs >= minute.untilMs || nowMs < minute.untilMs - WINDOW_MS) {
    minute.untilMs = nowMs + WINDOW_MS;
    minute.spent.clear();
  }
  return minute;
}

const MINUTE_NAMES: Record<RateClass, string> = { label: "rate-limit-label", quote: "rate-limit-quote", read: "rate-limit-read", write: "rate-limit-write" };

export function rateClassOf(method: string, pathname: string): RateClass {
  if (pathname.startsWith("/api/v1/labels")) return "label";
  if (pathname.startsWith("/api/v1/quotes") || pathname.startsWith("/api/v1/copy-checks")) return "quote";
  return method === "GET" || method === "HEAD" ? "read" : "write";
}
