import { answerLabelQuery, isHotLabelQuery } from "@/lib/open-api/label-path";
import { spendRequest } from "@/lib/open-api/rate-limit";
import type { Answerer } from "./answerer";

/** `GET /api/v1/labels` for now, straight from memory; what the API's own route answers for every other question is the same. */
export function labels(): Answerer {
  return {
    name: "labels",
    takes: ({ method, pathname, search }) => (method === "GET" || method === "HEAD") && pathname === "/api/v1/labels" && isHotLabelQuery(search),
    answer: async (request, response, { method, search, clientAddress }) => {
      const spent = await spendRequest("label", clientAddress);
      const { status, headers, body } = await answerLabelQuery(search, request.headers["if-none-match"]);
      response.writeHead(status, { ...spent, ...headers });
      response.end(method === "HEAD" ? undefined : (body ?? undefined));
    },
  };
}
