import { describe, expect, test } from "vitest";
import { fen } from "@/lib/money/fen";
import { judgeOffer } from "@/lib/offers/judge-offer";
import { recommendOffer } from "@/lib/offers/recommend-offer";
import { offerContentSchema } from "@/lib/offers/schema";
import { CARD, MARKET, NOW, sku, TEMPLATES } from "./offer-facts";

const nameFor = ({ term, isInterestFree }: { term: number; isInterestFree: boolean }) => `${term}期${isInterestFree ? "0息" : ""}`;
const recommend = (changes: Partial<Parameters<typeof recommendOffer>[0]> = {}) => recommendOffer({ market: MARKET, skus: [sku("1", 12_900), sku("2", 128_000)], templates: TEMPLATES, now: NOW, nameFor, ...changes });

describe("the recommended offer", () => {
  test("is three periods paid by the merchant on everything for thirty days, each choice with its reason", () => {
    const { content, reasons } = recommend()!;
    expect(content).toMatchObject({ name: "3期0息", terms: [3], funding: { merchantBps: 10_000 }, target: { kind: "all" }, placements: ["LIVESTREAM", "SHOWCASE", "POI"], window: { to: "2026-12-09T16:00:00.000Z" }, budgetFen: 50_000 });
    expect(content.templates).toEqual({ LIVESTREAM: "zero-interest", SHOWCASE: "zero-interest", POI: "zero-interest" });
    expect(reasons.map(({ field }) => field)).toEqual(["terms", "funding", "target", "placements", "window", "minAmountFen", "budgetFen"]);
  });

  test.each([
    ["a usual shop", [sku("1", 12_900), sku("2", 128_000)]],
    ["an empty shop", []],
    ["a shop where one product costs more in installments", [sku("1", 12_900), sku("2", 100_000, { installmentPriceFen: fen(110_000) })]],
  ])("may be published as it stands: %s", (_what, skus) => {
    const { content } = recommend({ skus })!;
    expect(() => offerContentSchema.parse(content)).not.toThrow();
    expect(judgeOffer({ content, market: MARKET, templates: TEMPLATES, now: NOW, usedFen: fen(0), skus, isSample: false }).refusals).toEqual([]);
  });

  test("lets the shopper pay, and says the APR, where the card knows no merchant's fee", () => {
    const card = { ...CARD, rows: CARD.rows.filter(({ payer, term }) => payer === "consumer" && term > 3) };
    const { content, reasons } = recommend({ market: { ...MARKET, rateCards: [card] } })!;
    expect(content).toMatchObject({ terms: [6], funding: { consumerBps: 10_000 }, budgetFen: null, templates: { LIVESTREAM: "per-period-short", SHOWCASE: "per-period" } });
    expect(reasons.map(({ code }) => code)).toContain("only-term");
  });

  test("is none where no card is in force", () => {
    expect(recommend({ market: { ...MARKET, rateCards: [] } })).toBeNull();
  });
});
