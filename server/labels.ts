import type { IncomingMessage, ServerResponse } from "node:http";
import { answerLabelQuery, isHotLabelQuery, quickLabelResponse, type LabelResponse } from "@/lib/open-api/label-path";
import { isReadableAddress } from "@/lib/open-api/readable-address";
import { spendRequest } from "@/lib/open-api/rate-limit";
import type { Visit } from "./answerer";
import { SECURITY_HEADERS } from "./security-headers";

const PATH = "/api/v1/labels";

/** Whether a request is for a label of now: these are so many that they are answered before the general way, which costs more than they do. */
export function isLabelRequest({ method, url = "" }: IncomingMessage): boolean {
  if ((method !== "GET" && method !== "HEAD") || !url.startsWith(PATH) || url.charCodeAt(PATH.length) !== QUESTION_MARK) return false;
  const search = url.slice(PATH.length);
  return isHotLabelQuery(search) && isReadableAddress(PATH, search);
}

const QUESTION_MARK = 0x3f;

/** Straight from memory; what the API's own route answers is the same. Throws what the general way refuses. */
export async function answerLabel(request: IncomingMessage, response: ServerResponse, { method, search, requestId, clientAddress }: Visit): Promise<void> {
  const spent = await spendRequest("label", clientAddress);
  const ifNoneMatch = request.headers["if-none-match"];
  const { status, headers, body } = quickLabelResponse(search, ifNoneMatch) ?? (await answerLabelQuery(search, ifNoneMatch));
  response.writeHead(status, headerList(requestId, spent, headers));
  response.end(method === "HEAD" ? undefined : (body ?? undefined));
}

/** One flat list: headers that are set one by one cost more than the answer. */
function headerList(requestId: string, spent: Record<string, string>, headers: LabelResponse["headers"]): string[] {
  const list = [...SECURITY_HEADERS, "x-request-id", requestId];
  for (const name in spent) list.push(name, spent[name]!);
  list.push("cache-control", headers["cache-control"], "etag", headers.etag);
  if (headers["content-type"] !== undefined) list.push("content-type", headers["content-type"], "content-length", String(headers["content-length"]));
  return list;
}
