import { getRequestListener } from "@hono/node-server";
import { createApi } from "@/lib/open-api/app";
import type { Answerer } from "./answerer";

/** All of `/api/**`, but the sign-in routes, which the pages' side serves. */
export function api(): Answerer {
  const app = createApi();
  return {
    name: "api",
    takes: ({ pathname }) => pathname.startsWith("/api/") && !pathname.startsWith("/api/auth/"),
    answer: (request, response, { requestId, clientAddress }) =>
      getRequestListener((fetchRequest) => app.fetch(fetchRequest, { requestId, clientAddress }), { overrideGlobalObjects: false })(request, response),
  };
}
