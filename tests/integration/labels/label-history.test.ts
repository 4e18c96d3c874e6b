import { describe, expect, it } from "vitest";
import { enterPlatform } from "@/lib/access/gates";
import { commitImport } from "@/lib/catalog/commit-import";
import { findRun, getImport } from "@/lib/catalog/import-queries";
import { storeImport } from "@/lib/catalog/store-import";
import { uploadImport } from "@/lib/catalog/upload-import";
import { explainLabel } from "@/lib/labels/explain-label";
import { labelHistory } from "@/lib/labels/label-history";
import { liftStop } from "@/lib/labels/lift-stop";
import { stopLabels } from "@/lib/labels/stop-labels";
import { publishPolicy } from "@/lib/rate-cards/publish-policy";
import { PEOPLE } from "@/prisma/seed/cast";
import { workOn } from "../../setup/run-import";
import { addOffer, addProduct, openLabelShops, reprice } from "./label-shop";

const { clock, owner, stranger } = await openLabelShops();
const LIVE = "LIVESTREAM" as const;

describe("what was shown when", () => {
  it("is one interval per label, newest first, without gaps", async () => {
    const bowl = await addProduct(owner, "T-1", [{ code: "one", cashPriceFen: 129_900 }]);
    clock.advance(1_000);
    const published = clock.now().toISOString();
    const offerId = await addOffer(owner);
    clock.advance(1_000);
    const repriced = clock.now().toISOString();
    await reprice(owner, bowl, [{ code: "one", cashPriceFen: 99_900 }]);
    clock.advance(1_000);
    const stopped = clock.now().toISOString();
    await stopLabels(owner, { reason: "核对" });
    clock.advance(1_000);
    const lifted = clock.now().toISOString();
    await liftStop(owner, { reason: "好了" });
    clock.advance(1_000);

    const { intervals, next } = await labelHistory(owner, { product: "T-1", placement: LIVE });
    expect(next).toBeNull();
    expect(intervals.map(({ from, to, reason, label }) => [from, to, reason, label?.priceFen])).toEqual([
      [lifted, null, "labelled", 99_900],
      [stopped, lifted, "stopped", undefined],
      [repriced, stopped, "labelled", 99_900],
      [published, repriced, "labelled", 129_900],
      ["2026-11-20T02:00:00.000Z", published, "no-offer", undefined],
    ]);
    expect(intervals[0]!.label).toMatchObject({ offerId, mainLine: "3期0息", nominalAprPercent: "0.00" });
  });

  it("has an import's prices from when it was done, not from when it began", async () => {
    await addProduct(owner, "T-9", [{ code: "", cashPriceFen: 60_000 }]);
    clock.advance(1_000);
    async function* file() {
      yield Buffer.from("商品ID,商品标题,售价\nT-9,白瓷盖碗,700");
    }
    const { id: importId } = await uploadImport(owner, { fileName: "价格.csv" }, file());
    const { version } = await workOn(owner, importId);
    await commitImport(owner, { importId, version });
    const began = clock.now();
    const ticking = { ...owner, clock: { now: () => (clock.advance(1_000), new Date(clock.now().getTime() - 1_000)) } };
    await storeImport(ticking, (await findRun(owner, importId, 2))!);
    const { committedAt } = await getImport(owner, importId);
    const ended = new Date(committedAt!);
    expect(ended.getTime()).toBeGreaterThan(began.getTime());
    clock.advance(1_000);
    const priceAt = async (at: Date) => (await explainLabel(owner, { product: "T-9", placement: LIVE, at })).label?.priceFen;
    expect([await priceAt(new Date(ended.getTime() - 1)), await priceAt(ended)]).toEqual([60_000, 70_000]);
    const { intervals } = await labelHistory(owner, { product: "T-9", placement: LIVE });
    expect(intervals.slice(0, 2)).toMatchObject([
      { from: committedAt, to: null, label: { priceFen: 70_000 } },
      { to: committedAt, label: { priceFen: 60_000 } },
    ]);
  });

  it("and the explanation are the shop's own", async () => {
    await expect(labelHistory(stranger, { product: "T-1", placement: LIVE })).rejects.toMatchObject({ code: "not_found" });
    await expect(explainLabel(stranger, { product: "T-1", placement: LIVE })).rejects.toMatchObject({ code: "not_found" });
    const outsider = { ...owner, permissions: new Set<string>() };
    await expect(labelHistory(outsider, { product: "T-1", placement: LIVE })).rejects.toMatchObject({ code: "forbidden" });
    await expect(explainLabel(outsider, { product: "T-1", placement: LIVE })).rejects.toMatchObject({ code: "forbidden" });
  });

  it("is explained: who won, who lost and by which step", async () => {
    const other = await addOffer(owner, { name: "六期低息", terms: [6], priority: 1, templates: { LIVESTREAM: "apr", SHOWCASE: "apr", POI: "apr" }, placements: ["LIVESTREAM"] });
    const explained = await explainLabel(owner, { product: "T-1", placement: LIVE });
    expect(explained).toMatchObject({ reason: "labelled", shopReason: "labelled", winner: { offerName: "3期0息", term: 3 }, losers: [{ offerId: other, term: 6, loss: "outranked", step: "priority" }] });
    expect(await explainLabel(owner, { product: "T-1", placement: "POI" })).toMatchObject({ losers: [{ offerId: other, loss: "placement-not-chosen" }] });
  });

  it("has the days on which a ceiling of the effective rate lets the label through", async () => {
    await addProduct(owner, "T-5", [{ code: "one", cashPriceFen: 129_900 }], "茶壶");
    await addOffer(owner, {
      name: "三期",
      priority: 900,
      funding: { consumerBps: 10_000, merchantBps: 0, platformBps: 0 },
      budgetFen: null,
      templates: { LIVESTREAM: "apr", SHOWCASE: "apr", POI: "apr" },
      target: { kind: "categories", categories: ["茶壶"] },
    });
    const { id: userId, name } = PEOPLE.risk;
    await publishPolicy(await enterPlatform({ userId, name, locale: null, theme: null }, { clock }), {
      expectedVersion: 0,
      code: "effective-cap",
      nameZh: "复利上限",
      nameEn: "Cap of the effective rate",
      kind: "hard",
      measure: "effective",
      lenderTypes: ["consumer-finance"],
      formula: { kind: "fixed", ceilingPpm: 150_000 },
      fromDate: "2026-11-21",
      untilDate: null,
      source: "测试",
    });
    clock.set("2026-12-01T02:00:00.000Z");
    const { intervals } = await labelHistory(owner, { product: "T-5", placement: LIVE });
    const apart = intervals.map(({ from, to, label }) => [from, to, label?.mainLine]);
    expect(apart.slice(0, 3)).toEqual([
      ["2026-11-30T16:00:00.000Z", null, "3期 年化13.75%"],
      ["2026-11-20T16:00:00.000Z", "2026-11-30T16:00:00.000Z", "3期0息"],
      [expect.any(String), "2026-11-20T16:00:00.000Z", "3期 年化13.75%"],
    ]);
  });
});
