import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort, runServer } from "../scripts/setup/run-server.mjs";
import { serverEnvironment } from "../scripts/setup/server-environment.mjs";
import { addProducts, addShop, openBenchDatabase, publishZeroInterest, type BenchDatabase } from "./bench-database";
import type { BenchRow, BenchSuite } from "./bench-row";
import { numbers } from "./engine-cases";
import { ask } from "./http-load";
import { figure } from "./interleave";

const SHOP = "bench-http";
const PRODUCTS = 100_000;
const CONNECTIONS = 32;
const ROUNDS = 10;
const WARM_REQUESTS = 10_000;
const COLD_REQUESTS = PRODUCTS / ROUNDS;
const NOT_SAME = new Set(["date", "connection", "keep-alive"]);

export const http: BenchSuite = {
  name: "http",
  needsDatabase: true,
  needsBuild: true,
  run: async (environment) => {
    environment.report("100,000 products");
    const database = await openBenchDatabase(environment);
    const shop = await addShop(database, SHOP);
    await addProducts(database, SHOP, PRODUCTS);
    await publishZeroInterest(shop);
    const paths = shuffled(Array.from({ length: PRODUCTS }, (_, index) => `/api/v1/labels?shop=${SHOP}&product=${3_400_000_000_001 + index}&placement=livestream`));

    environment.report("starting the server");
    const folder = mkdtempSync(path.join(os.tmpdir(), "yuefu-bench-http-"));
    const port = await freePort("127.0.0.1", 0);
    const server = await runServer({ ...serverEnvironment({ databaseUrl: database.databaseUrl, appDatabaseUrl: database.appDatabaseUrl, host: "127.0.0.1", port }), RATE_LIMIT_SCALE: "1000000", LOG_LEVEL: "warn" }, { logFile: path.join(folder, "server.log") });
    try {
      await workedOut(server.url, PRODUCTS);
      environment.report("keeping every answer for the bare server");
      const file = path.join(folder, "answers.jsonl");
      await keepAnswers(port, paths, file);
      const bare = await startBare(file);
      try {
        environment.report("warm");
        const warm = await compare(ROUNDS, WARM_REQUESTS, port, bare.port, paths);
        environment.report("cold");
        await forgetAll(database, server.url);
        const cold = await compare(ROUNDS, COLD_REQUESTS, port, bare.port, paths);
        return [row("warm", 0.75, warm), row("cold: each product for the first time", 0.5, cold)];
      } finally {
        bare.stop();
      }
    } finally {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

interface Speed {
  ratios: number[];
  ours: number;
  theirs: number;
}

/** Rounds in turn; each round takes the next products of the list, which both servers are asked for. */
async function compare(rounds: number, requests: number, ownPort: number, barePort: number, paths: readonly string[]): Promise<Speed> {
  const speed: Speed = { ratios: [], ours: 0, theirs: 0 };
  for (let round = 0; round < rounds; round++) {
    const start = (round * requests) % paths.length;
    const asked = paths.slice(start, start + requests);
    const isOwnFirst = round % 2 === 0;
    const first = await requestsPerSecond(isOwnFirst ? ownPort : barePort, asked);
    const second = await requestsPerSecond(isOwnFirst ? barePort : ownPort, asked);
    const [own, bare] = isOwnFirst ? [first, second] : [second, first];
    speed.ratios.push(own / bare);
    speed.ours = Math.max(speed.ours, own);
    speed.theirs = Math.max(speed.theirs, bare);
  }
  speed.ratios.sort((a, b) => a - b);
  return speed;
}

async function requestsPerSecond(port: number, paths: readonly string[]): Promise<number> {
  const startedAt = performance.now();
  const { failed } = await ask({ port, paths, connections: CONNECTIONS });
  if (failed > 0) throw new Error(`${failed} requests were not answered with 200`);
  return (paths.length / (performance.now() - startedAt)) * 1000;
}

function row(what: string, goal: number, { ratios, ours, theirs }: Speed): BenchRow {
  const median = ratios[Math.floor(ratios.length / 2)]!;
  return {
    path: `GET label over HTTP, 100,000 random products, ${what}`,
    against: "bare node:http sending the same bytes",
    goal: `≥ ${goal} of its requests/s`,
    measured: `${figure(median)} (${figure(ratios[0]!)}–${figure(ratios.at(-1)!)})`,
    isReached: median >= goal,
    notes: [`${Math.round(ours)} against ${Math.round(theirs)} requests/s in the best rounds, ${CONNECTIONS} connections; the load comes from this process on the same machine`],
  };
}

/** What our server answers, header by header, so that the bare one sends the same. */
async function keepAnswers(port: number, paths: readonly string[], file: string): Promise<void> {
  const lines: string[] = [];
  const onAnswer = (asked: string, { head, body }: { head: string; body: string }) => {
    const headers = head.split("\r\n").slice(1).map((line) => line.split(": ")).filter(([name]) => !NOT_SAME.has(name!.toLowerCase())).flatMap(([name, ...value]) => [name!, value.join(": ")]);
    if (!body.includes('"labelled"')) throw new Error(`No label for ${asked}: ${body}`);
    lines.push(JSON.stringify({ path: asked, headers, body }));
  };
  const { failed } = await ask({ port, paths, connections: CONNECTIONS, onAnswer });
  if (failed > 0) throw new Error(`${failed} requests were not answered with 200`);
  writeFileSync(file, `${lines.join("\n")}\n`);
}

async function startBare(file: string): Promise<{ port: number; stop(): void }> {
  const port = await freePort("127.0.0.1", 0);
  const child = fork(path.join(import.meta.dirname, "bare-server.mjs"), [file, String(port)], { execArgv: [] });
  await new Promise<void>((resolve, reject) => {
    child.once("message", () => resolve());
    child.once("exit", (code) => reject(new Error(`The bare server ended with ${code}`)));
  });
  return { port, stop: () => child.kill() };
}

/** A change of the shop's own facts: no answer of before counts any more. */
async function forgetAll({ owner }: BenchDatabase, url: string): Promise<void> {
  const { rows } = await owner.query<{ change_seq: string }>("UPDATE shop SET change_seq = change_seq + 1 WHERE id = $1 RETURNING change_seq", [SHOP]);
  await owner.query("SELECT pg_notify('yuefu_change', $1)", [JSON.stringify({ shopId: SHOP, seq: Number(rows[0]!.change_seq), catalogSeq: 0 })]);
  await sleep(1_500);
  await workedOut(url, PRODUCTS);
}

/** Labels are worked out in slices beside the requests; this waits until they are. */
async function workedOut(url: string, count: number): Promise<void> {
  for (let look = 0; look < 600; look++) {
    const { checks } = (await (await fetch(`${url}/readyz`)).json()) as { checks: { labels: { progress: { productsLabelled: number } } } };
    if (checks.labels.progress.productsLabelled >= count) return;
    await sleep(200);
  }
  throw new Error("The labels were not worked out");
}

function shuffled<T>(items: T[]): T[] {
  const next = numbers(11);
  for (let index = items.length - 1; index > 0; index--) {
    const other = Math.floor(next() * (index + 1));
    [items[index], items[other]] = [items[other]!, items[index]!];
  }
  return items;
}
