import { describe, expect, test } from "vitest";
import { findConflicts } from "@/lib/offers/find-conflicts";
import { MARKET, NOW, offer, sku } from "./offer-facts";

const skus = [sku("1", 12_900, { contentTags: ["手作"] }), sku("2", 58_000, { contentTags: ["礼盒"] })];
const conflicts = (other: Parameters<typeof offer>[0], mine: Parameters<typeof offer>[0] = {}) => findConflicts({ offerId: "ofr_m", content: offer(mine), others: [{ offerId: "ofr_o", content: offer(other) }], skus, market: MARKET, now: NOW });

describe("offers that want the same place", () => {
  test("are told with who wins and why", () => {
    expect(conflicts({ priority: 200, target: { kind: "tags", tags: ["礼盒"] }, placements: ["POI"] })).toEqual([
      { offerId: "ofr_o", name: "3期0息", placements: ["POI"], from: NOW.toISOString(), to: "2026-12-09T16:00:00.000Z", sharedCount: 1, winsCount: 0, losesCount: 1, decidedBy: "priority", exampleTitle: "商品2", isSample: false },
    ]);
  });

  test("are looked for within a bound", () => {
    const many = Array.from({ length: 4_000 }, (_unused, index) => sku(String(index), 10_000 + index));
    const [conflict] = findConflicts({ offerId: "ofr_m", content: offer(), others: [{ offerId: "ofr_o", content: offer() }], skus: many, market: MARKET, now: NOW });
    expect(conflict).toMatchObject({ sharedCount: 1_500, isSample: true });
  });

  test("the smaller id decides between equals, the longer term before it", () => {
    expect(conflicts({})).toMatchObject([{ winsCount: 2, decidedBy: "offer-id" }]);
    expect(conflicts({ terms: [6] })).toMatchObject([{ losesCount: 2, decidedBy: "term" }]);
  });

  test.each([
    ["no shared placement", { placements: ["POI" as const] }, { placements: ["SHOWCASE" as const] }],
    ["no shared time", { window: { from: "2026-12-10T00:00:00+08:00", to: "2026-12-20T00:00:00+08:00" } }, {}],
    ["no shared product", { target: { kind: "tags" as const, tags: ["礼盒"] } }, { target: { kind: "tags" as const, tags: ["手作"] } }],
    ["no shared amount", { maxAmountFen: 20_000 }, { minAmountFen: 20_000 }],
  ])("are none with %s", (_why, other, mine) => {
    expect(conflicts(other, mine)).toEqual([]);
  });
});
