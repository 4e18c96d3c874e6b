import { fork, type ChildProcess } from "node:child_process";
import path from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterAll, describe, expect, it, vi } from "vitest";
import { enterPlatform } from "@/lib/access/gates";
import type { Product } from "@/lib/catalog/product";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { liftStop } from "@/lib/labels/lift-stop";
import { stopLabels } from "@/lib/labels/stop-labels";
import type { LabelAnswer } from "@/lib/labels/label-view";
import { pauseOffer } from "@/lib/offers/pause-offer";
import { recordBudgetUse } from "@/lib/offers/record-budget-use";
import { resumeOffer } from "@/lib/offers/resume-offer";
import { publishPolicy } from "@/lib/rate-cards/publish-policy";
import { PEOPLE } from "@/prisma/seed/cast";
import { asOwner } from "../../setup/as-owner";
import { addOffer, addProduct, openLabelShops, reprice } from "../labels/label-shop";

const { clock, owner, enter } = await openLabelShops(new Date().toISOString());
const finance = await enter("finance", "tea");
const OTHER = path.join(import.meta.dirname, "other-process.ts");
const SECOND_MS = 1_000;
const POLL_MS = 10;

/** The verbs of this process and the clock of the other speak of the same time. */
const now = <T>(work: () => Promise<T>): Promise<T> => {
  clock.set(new Date());
  return work();
};

const children: ChildProcess[] = [];
afterAll(() => Promise.all(children.map(async (child) => {
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.disconnect();
  await gone;
})));

async function startOther(): Promise<(product: string) => Promise<LabelAnswer>> {
  const child = fork(OTHER, { execArgv: ["--import", "tsx"], env: process.env });
  children.push(child);
  const waiting = new Map<number, (answer: LabelAnswer) => void>();
  child.on("message", ({ id, answer }: { id: number; answer: LabelAnswer }) => waiting.get(id)?.(answer));
  await new Promise<void>((resolve) => waiting.set(0, () => resolve()));
  let last = 0;
  return (product) =>
    new Promise((resolve) => {
      const id = ++last;
      waiting.set(id, resolve);
      child.send({ id, ask: { shop: owner.shopId, product, placement: "livestream" } });
    });
}

describe("another server process on the same database", () => {
  it("has no old label a second after any change, also while its connection is lost", { timeout: 30_000 }, async () => {
    let bowl: Product = await now(() => addProduct(owner, "T-1", [{ code: "one", cashPriceFen: 129_900 }]));
    const ask = await startOther();
    expect((await ask("T-1")).reason).toBe("no-offer");
    const offerId = await now(() => addOffer(owner, { window: windowAround(), budgetFen: 50_000 }));
    const shows = (answer: LabelAnswer) => answer.label?.priceFen ?? answer.reason;
    const expectSoon = async (what: string, expected: number | string) => {
      const start = performance.now();
      for (;;) {
        const asked = performance.now() - start;
        const shown = shows(await ask("T-1"));
        if (shown === expected) return;
        if (asked > SECOND_MS) expect(shown, what).toBe("updating");
        expect(asked, what).toBeLessThan(5 * SECOND_MS);
        await setTimeout(POLL_MS);
      }
    };

    await expectSoon("publish", 129_900);
    bowl = await now(() => reprice(owner, bowl, [{ code: "one", cashPriceFen: 99_900 }]));
    await expectSoon("price", 99_900);
    await now(() => pauseOffer(owner, { offerId, reason: "测试" }));
    await expectSoon("pause", "no-offer");
    await now(() => resumeOffer(owner, { offerId }));
    await expectSoon("resume", 99_900);
    await now(() => stopLabels(owner, { reason: "测试" }));
    await expectSoon("stop", "stopped");
    await now(() => liftStop(owner, { reason: "测试" }));
    await expectSoon("lift", 99_900);
    await now(() => recordBudgetUse(finance, { offerId, amountFen: 49_900, reference: "bill-1" }));
    await expectSoon("budget", "not-eligible");
    await now(() => recordBudgetUse(finance, { offerId, amountFen: -49_900, reference: "bill-2" }));
    await expectSoon("budget given back", 99_900);

    await asOwner("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'yuefu-changes' AND datname = current_database()");
    bowl = await now(() => reprice(owner, bowl, [{ code: "one", cashPriceFen: 88_800 }]));
    const changed = performance.now();
    const during = new Set<number | string>();
    while (performance.now() - changed < 2 * SECOND_MS) {
      const shown = shows(await ask("T-1"));
      if (performance.now() - changed > SECOND_MS) expect(shown).not.toBe(99_900);
      during.add(shown);
      await setTimeout(POLL_MS);
    }
    expect([...during].at(-1), JSON.stringify([...during])).toBe(88_800);
  });

  it("started in the midst of changes ends with the last of them", { timeout: 30_000 }, async () => {
    let bowl = await now(() => addProduct(owner, "T-2", [{ code: "one", cashPriceFen: 50_000 }]));
    let ask: Awaited<ReturnType<typeof startOther>> | null = null;
    const starting = startOther().then((ready) => (ask = ready));
    let cashPriceFen = 50_000;
    let further = 10;
    while (further > 0) {
      bowl = await now(() => reprice(owner, bowl, [{ code: "one", cashPriceFen: ++cashPriceFen }]));
      if (ask) further--;
    }
    await starting;
    const start = performance.now();
    let answer: LabelAnswer;
    do answer = await ask!("T-2");
    while (answer.label?.priceFen !== cashPriceFen && performance.now() - start < SECOND_MS);
    expect(answer.label?.priceFen).toBe(cashPriceFen);
  });

  it("follows what the platform publishes for every shop", { timeout: 30_000 }, async () => {
    const ask = await startOther();
    await now(() => addProduct(owner, "T-3", [{ code: "one", cashPriceFen: 129_900 }], "茶壶"));
    const funding = { consumerBps: 10_000, merchantBps: 0, platformBps: 0 };
    const templates = { LIVESTREAM: "apr", SHOWCASE: "apr", POI: "apr" };
    await now(() => addOffer(owner, { window: windowAround(), budgetFen: null, funding, templates, priority: 500, target: { kind: "categories", categories: ["茶壶"] } }));
    await vi.waitFor(async () => expect((await ask("T-3")).label?.mainLine).toBe("3期 年化13.75%"), { timeout: 5 * SECOND_MS, interval: 5 });
    const admin = await now(() => enterPlatform({ userId: PEOPLE.risk.id, name: PEOPLE.risk.name, locale: null, theme: null }, { clock }));
    await now(() =>
      publishPolicy(admin, {
        expectedVersion: 0,
        code: "test-cap",
        nameZh: "测试上限",
        nameEn: "Cap of a test",
        kind: "hard",
        measure: "nominal",
        lenderTypes: ["consumer-finance"],
        formula: { kind: "fixed", ceilingPpm: 100_000 },
        fromDate: shanghaiDateOf(clock.now()),
        untilDate: null,
        source: "测试",
      }),
    );
    const start = performance.now();
    while ((await ask("T-3")).label?.mainLine === "3期 年化13.75%") expect(performance.now() - start).toBeLessThan(SECOND_MS);
  });
});

function windowAround(): { from: string; to: string } {
  return { from: new Date(Date.now() - 3_600_000).toISOString(), to: new Date(Date.now() + 10 * 86_400_000).toISOString() };
}
