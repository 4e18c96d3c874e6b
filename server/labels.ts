import type { IncomingMessage, ServerResponse } from "node:http";
import { isHotLabelQuery, quickLabelResponse, type LabelResponse } from "@/lib/open-api/label-path";
import { trySpendRequest } from "@/lib/open-api/rate-limit";
import { env } from "@/lib/platform/env";
import { isHost } from "./host";
import { SECURITY_HEADERS } from "./security-headers";
import { clientAddressOf, requestIdOf } from "./visit";

const PATH = "/api/v1/labels?";

/**
 * Labels of now are so many that they are answered before the general way, which costs more than they do: straight from memory and within this
 * call, without a promise. False, and nothing done, for whatever else there is, refusals too: the API's own route answers the same.
 */
export function answerLabelAtOnce(request: IncomingMessage, response: ServerResponse): boolean {
  const { method, url = "" } = request;
  if ((method !== "GET" && method !== "HEAD") || !url.startsWith(PATH)) return false;
  const search = url.slice(PATH.length - 1);
  if (!isHotLabelQuery(search)) return false;
  const { headers } = request;
  if (!isHost(headers.host)) return false;
  const answer = quickLabelResponse(search, headers["if-none-match"]);
  const spent = answer && trySpendRequest("label", clientAddressOf(request, env().PROXY_HOPS));
  if (!answer || !spent) return false;
  response.writeHead(answer.status, headerList(requestIdOf(request), spent, answer.headers));
  if (method === "HEAD" || answer.body === null) response.end();
  else response.end(answer.body, "latin1");
  return true;
}

/** One flat list: headers that are set one by one cost more than the answer. */
function headerList(requestId: string, spent: Record<string, string>, headers: LabelResponse["headers"]): string[] {
  const list = [...SECURITY_HEADERS, "x-request-id", requestId];
  for (const name in spent) list.push(name, spent[name]!);
  list.push("cache-control", headers["cache-control"], "etag", headers.etag);
  if (headers["content-type"] !== undefined) list.push("content-type", headers["content-type"], "content-length", headers["content-length"]!);
  return list;
}
