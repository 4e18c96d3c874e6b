import type { IncomingMessage, Server } from "node:http";
import next from "next";
import { requireSameOrigin } from "@/lib/open-api/same-origin";
import { env } from "@/lib/platform/env";
import type { Answerer } from "./answerer";

/** Everything that nobody else takes. */
export async function pages(httpServer: Server): Promise<{ answerer: Answerer; close(): Promise<void> }> {
  const app = next({ dev: env().NODE_ENV === "development", dir: process.cwd(), hostname: env().HOST, port: env().PORT, httpServer });
  await app.prepare();
  const handle = app.getRequestHandler();
  return {
    answerer: {
      name: "pages",
      takes: () => true,
      answer: (request, response, visit) => {
        // The sign-in routes have a token of their own against other sites.
        if (!visit.pathname.startsWith("/api/auth/")) requireSameOrigin(visit.method, (name) => headerOf(request, name));
        request.headers["x-request-id"] = visit.requestId;
        request.headers["x-client-address"] = visit.clientAddress;
        return handle(request, response);
      },
    },
    close: () => app.close(),
  };
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === "string" ? value : undefined;
}
