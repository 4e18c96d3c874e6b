import { fork } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { freePort } from "../scripts/setup/run-server.mjs";
import { addProducts, addShop, openBenchDatabase, publishZeroInterest, type BenchDatabase } from "./bench-database";
import type { BenchRow, BenchSuite } from "./bench-row";
import { startBenchServer } from "./bench-server";
import { numbers } from "./engine-cases";
import { ask } from "./http-load";
import { figure } from "./interleave";
import { compareLoad, CONNECTIONS, type Speed } from "./load-comparison";

const SHOP = "bench-http";
const PRODUCTS = 100_000;
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
    const server = await startBenchServer(database, folder);
    try {
      await workedOut(server.url, PRODUCTS);
      environment.report("keeping every answer for the bare server");
      const file = path.join(folder, "answers.jsonl");
      await keepAnswers(server.port, paths, file);
      const bare = await startBare(file);
      // Each round takes the next products of the list, which both servers are asked for.
      const compare = (requests: number) =>
        compareLoad(ROUNDS, (round) => {
          const start = (round * requests) % paths.length;
          const asked = paths.slice(start, start + requests);
          return { ours: { port: server.port, paths: asked }, theirs: { port: bare.port, paths: asked } };
        });
      try {
        environment.report("warm");
        const warm = await compare(WARM_REQUESTS);
        environment.report("cold");
        await forgetAll(database, server.url);
        const cold = await compare(COLD_REQUESTS);
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

function row(what: string, goal: number, { ratios, median, ours, theirs }: Speed): BenchRow {
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
