import type { ServerResponse } from "node:http";
import { log } from "@/lib/platform/log";
import type { Visit } from "./answerer";

const QUIET = ["/_next/", "/healthz", "/readyz", "/api/v1/labels"];

/** One line per answer: no query, no body, no cookie, no address, since any of them may name a person. */
export function logWhenDone(response: ServerResponse, visit: Visit): void {
  // What would be written at no level need not be listened for; a failure of these is logged where it is met.
  if (visit.pathname === "/api/v1/labels" && !log.isLevelEnabled("debug")) return;
  const startedAt = performance.now();
  response.once("close", () => {
    const status = response.writableFinished ? response.statusCode : 499;
    const line = { requestId: visit.requestId, method: visit.method, path: visit.pathname, status, ms: Math.round((performance.now() - startedAt) * 10) / 10 };
    // 503 is said on purpose: not ready yet, or the labels are being compiled.
    if (status >= 500 && status !== 503) log.error(line, "request");
    else if (QUIET.some((start) => visit.pathname.startsWith(start))) log.debug(line, "request");
    else log.info(line, "request");
  });
}
