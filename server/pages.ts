import type { Server } from "node:http";
import next from "next";
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
        request.headers["x-request-id"] = visit.requestId;
        request.headers["x-client-address"] = visit.clientAddress;
        return handle(request, response);
      },
    },
    close: () => app.close(),
  };
}
