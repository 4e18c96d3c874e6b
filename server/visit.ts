import type { IncomingMessage } from "node:http";
import { soundRequestId } from "@/lib/open-api/guards";
import type { Visit } from "./answerer";

export function visitOf(request: IncomingMessage, proxyHops: number): Visit {
  const url = request.url ?? "/";
  const queryAt = url.indexOf("?");
  return {
    method: request.method ?? "GET",
    pathname: queryAt < 0 ? url : url.slice(0, queryAt),
    search: queryAt < 0 ? "" : url.slice(queryAt),
    requestId: requestIdOf(request),
    clientAddress: clientAddressOf(request, proxyHops),
  };
}

export function requestIdOf(request: IncomingMessage): string {
  const claimed = request.headers["x-request-id"];
  return soundRequestId(typeof claimed === "string" ? claimed : undefined);
}

/** Anybody can claim an X-Forwarded-For; only the entries that our own proxies appended count. */
export function clientAddressOf(request: IncomingMessage, proxyHops: number): string {
  const direct = request.socket.remoteAddress ?? "unknown";
  if (proxyHops === 0) return direct;
  const forwarded = String(request.headers["x-forwarded-for"] ?? "")
    .split(",")
    .map((entry) => entry.trim())
    .filter(Boolean);
  return forwarded.at(-proxyHops) ?? direct;
}
