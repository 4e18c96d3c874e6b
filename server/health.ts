import type { ServerResponse } from "node:http";
import { database } from "@/lib/platform/db";
import { log } from "@/lib/platform/log";
import type { Answerer, BackgroundPart } from "./answerer";

const DATABASE_WAIT_MS = 2_000;

/** `/healthz`: the process is up. `/readyz`: it can do its work; while it cannot yet, it says how far it is. */
export function health(parts: BackgroundPart[], isStopping: () => boolean): Answerer {
  return {
    name: "health",
    takes: ({ pathname }) => pathname === "/healthz" || pathname === "/readyz",
    answer: async (_request, response, { pathname }) => {
      if (pathname === "/healthz") return send(response, 200, { status: "up" });
      const states = Object.fromEntries(parts.map((part) => [part.name, part.readiness?.() ?? { isReady: true }]));
      const checks = { database: { isReady: await isDatabaseThere() }, ...states };
      const isReady = !isStopping() && Object.values(checks).every((check) => check.isReady);
      send(response, isReady ? 200 : 503, { status: isStopping() ? "stopping" : isReady ? "ready" : "starting", checks });
    },
  };
}

async function isDatabaseThere(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${DATABASE_WAIT_MS} ms`)), DATABASE_WAIT_MS);
  });
  try {
    await Promise.race([database().pool.query("select 1"), tooLong]);
    return true;
  } catch (error) {
    log.warn({ err: error }, "the database does not answer");
    return false;
  } finally {
    clearTimeout(timer);
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8", "cache-control": "no-store" });
  response.end(JSON.stringify(body));
}
