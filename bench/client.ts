import { gzipSync } from "node:zlib";
import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { chromium, type Page, type Response } from "@playwright/test";
import { DEMO_PASSWORD, PEOPLE, SHOPS } from "@/prisma/seed/cast";
import { findBrowser } from "../scripts/setup/find-browser.mjs";
import { openBenchDatabase } from "./bench-database";
import type { BenchRow, BenchSuite } from "./bench-row";
import { startBenchServer } from "./bench-server";

const BYTES_MAX = 200_000;
const OFFERS = `/s/${SHOPS.tea.id}/offers`;
const OTHERS = [`/s/${SHOPS.tea.id}`, `/s/${SHOPS.tea.id}/products`, `/s/${SHOPS.tea.id}/labels`, `${OFFERS}/new`, `/store/${SHOPS.tea.id}/showcase`];
const SIZES = [{ width: 1440, height: 900 }, { width: 390, height: 844 }];

export const client: BenchSuite = {
  name: "client",
  needsDatabase: true,
  needsBuild: true,
  run: async (environment) => {
    const { report } = environment;
    const database = await openBenchDatabase(environment);
    const folder = mkdtempSync(path.join(os.tmpdir(), "yuefu-bench-client-"));
    const server = await startBenchServer(database, folder);
    const browser = await chromium.launch({ executablePath: await findBrowser(report), args: ["--no-sandbox", "--disable-gpu"] });
    try {
      const page = await browser.newPage({ baseURL: server.url, locale: "zh-CN" });
      await signIn(page);
      report(OFFERS);
      const bytes = await scriptBytes(page, OFFERS);
      const others: string[] = [];
      for (const other of OTHERS) others.push(`${other} ${kilobytes(await scriptBytes(page, other))} kB`);
      let shift = 0;
      for (const size of SIZES) {
        await page.setViewportSize(size);
        shift = Math.max(shift, await layoutShift(page, OFFERS));
      }
      return rowsOf(bytes, shift, others);
    } finally {
      await browser.close();
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function rowsOf(bytes: number, shift: number, others: readonly string[]): BenchRow[] {
  return [
    { path: "client JavaScript of the offers page", against: "–", goal: "≤ 200 kB gzip", measured: `${kilobytes(bytes)} kB`, isReached: bytes <= BYTES_MAX, notes: [`every script that the page fetches by itself, with gzip; other pages: ${others.join(", ")}`] },
    { path: "layout shift of the offers page", against: "–", goal: "none", measured: shift.toFixed(4), isReached: shift === 0, notes: ["the sum of the browser's layout-shift entries, at 1440 and at 390 px"] },
  ];
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(1);

async function signIn(page: Page): Promise<void> {
  await page.goto("/sign-in");
  await page.locator('input[type="email"]').fill(PEOPLE.owner.email);
  await page.locator('input[type="password"]').fill(DEMO_PASSWORD);
  await page.locator('input[type="password"]').press("Enter");
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** What a first visit fetches before anybody touches anything. */
async function scriptBytes(page: Page, address: string): Promise<number> {
  await page.goto("about:blank");
  const reads: Promise<number>[] = [];
  const take = (response: Response) => {
    if (response.request().resourceType() === "script") reads.push(response.body().then((body) => gzipSync(body).length));
  };
  page.on("response", take);
  await page.goto(address, { waitUntil: "networkidle" });
  page.off("response", take);
  if (reads.length === 0) throw new Error(`${address} fetched no script`);
  return (await Promise.all(reads)).reduce((sum, size) => sum + size, 0);
}

async function layoutShift(page: Page, address: string): Promise<number> {
  await page.goto(address, { waitUntil: "networkidle" });
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => list.getEntries().forEach((entry) => (sum += (entry as PerformanceEntry & { value: number }).value))).observe({ type: "layout-shift", buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
}
