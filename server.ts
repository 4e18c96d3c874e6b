import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { Duplex } from "node:stream";
import { problemOf } from "@/lib/open-api/problem";
import { isReadableAddress } from "@/lib/open-api/readable-address";
import { closeDatabase } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import type { Answerer } from "./server/answerer";
import { health } from "./server/health";
import { answerLabelAtOnce } from "./server/labels";
import { pages } from "./server/pages";
import { answerers, backgroundParts } from "./server/parts";
import { logWhenDone } from "./server/request-log";
import { isHost } from "./server/host";
import { secure } from "./server/security-headers";
import { visitOf } from "./server/visit";

const IN_FLIGHT_WAIT_MS = 10_000;
const IDLE_SWEEP_MS = 50;
const isDevelopment = env().NODE_ENV === "development";

const parts = backgroundParts();
const running: { stop(): Promise<void> }[] = [];
const chain: Answerer[] = [health(parts, () => isStopping), ...answerers()];
let pageSide: Awaited<ReturnType<typeof pages>> | undefined;
let isStopping = false;

const server = createServer((request, response) => {
  if (isStopping || !answerLabelAtOnce(request, response)) void answer(request, response);
});
// A file of 400 MB takes minutes on a slow line; a head that dawdles is cut off after a minute all the same.
server.requestTimeout = 900_000;
server.headersTimeout = 60_000;
const sockets = new Set<Socket>();
server.on("connection", (socket) => {
  sockets.add(socket);
  socket.once("close", () => sockets.delete(socket));
});
// Only the hot reload speaks over a socket of its own; it has nothing in flight that is worth a wait.
const upgraded = new Set<Duplex>();
server.on("upgrade", (_request, socket) => {
  if (!isDevelopment) return void socket.destroy();
  upgraded.add(socket);
});

for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => void stop(signal));
process.on("disconnect", () => void stop("the launcher is gone"));
process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));

await start();

async function start(): Promise<void> {
  pageSide = await pages(server);
  chain.push(pageSide.answerer);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(env().PORT, env().HOST, resolve);
  });
  log.info({ host: env().HOST, port: env().PORT }, "listening");
  for (const part of parts) running.push(await part.start());
}

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const visit = visitOf(request, env().PROXY_HOPS);
  const answerer = chain.find((candidate) => candidate.takes(visit));
  logWhenDone(response, visit);
  response.setHeader("x-request-id", visit.requestId);
  secure(request, response, { isPage: answerer === pageSide?.answerer, isDevelopment });
  if (isStopping) response.setHeader("connection", "close");
  try {
    if (!isReadableAddress(visit.pathname, visit.search) || !isHost(request.headers.host)) throw new DomainError("malformed");
    if (!answerer) throw new Error("nobody takes this request");
    await answerer.answer(request, response, visit);
  } catch (error) {
    await refuse(response, problemOf(error, visit.requestId));
  }
}

async function refuse(response: ServerResponse, problem: Response): Promise<void> {
  if (response.headersSent) return void response.destroy();
  response.writeHead(problem.status, Object.fromEntries(problem.headers));
  response.end(await problem.text());
}

/** Takes nothing new, finishes what is in flight, ends the parts, lets go of the database. A second signal changes nothing: the wait is bounded. */
async function stop(reason: string): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  log.info({ reason }, "stopping");
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  for (const socket of upgraded) socket.destroy();
  const sweep = setInterval(() => server.closeIdleConnections(), IDLE_SWEEP_MS);
  const late = setTimeout(() => sockets.forEach((socket) => socket.destroy()), IN_FLIGHT_WAIT_MS);
  await closed;
  clearTimeout(late);
  clearInterval(sweep);
  try {
    for (const part of running.reverse()) await part.stop();
    await pageSide?.close();
    await closeDatabase();
    log.info("stopped");
    process.exit(0);
  } catch (error) {
    log.error({ err: error }, "stopping failed");
    process.exit(1);
  }
}
