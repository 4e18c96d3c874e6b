import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publicReason } from "@/lib/labels/label-reason";
import { toAnswer } from "@/lib/labels/label-view";
import { resolveProduct } from "@/lib/labels/resolve-product";
import { standingAt } from "@/lib/labels/shop-facts";
import { fen } from "@/lib/money/fen";
import { all, byConsumer, content, facts, NOON, offer, product, sku } from "./label-facts";

const LIVE = { placement: "LIVESTREAM" } as const;
const at = (instant: string) => new Date(instant);

describe("resolveProduct", () => {
  it("shows the words, the price and the real rate of the one offer", () => {
    const standing = standingAt(facts([offer("off-1")]), NOON);
    const resolution = resolveProduct(standing, product([sku("a", 129_900)]), LIVE);
    expect(resolution).toMatchObject({ reason: "labelled", winner: { offerId: "off-1", mainLine: "3期0息", subLine: "消费信贷|示例|商家付|年化0.00%|逾期计费" }, losers: [] });
    expect(toAnswer("tea", standing, product([sku("a", 129_900)]), LIVE, resolution).label).toMatchObject({
      term: 3,
      perPeriodFen: 43_300,
      priceFen: 129_900,
      nominalAprPercent: "0.00",
      effectiveAprPercent: "0.00",
      interestFree: true,
      revision: 1,
      validUntil: "2026-11-22T16:00:00.000Z",
      quoteFingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
      disclosureUrl: expect.stringMatching(/^\/store\/tea\/disclosure\?product=prd-1&placement=livestream&quote=[0-9a-f]{64}$/),
    });
  });

  it("ranks by priority, then the lower rate, then the longer term, then the smaller id", () => {
    const terms = { terms: [3, 6], funding: byConsumer, templates: all("apr") };
    const asked = product([sku("a", 129_900)]);
    const winner = (...offers: ReturnType<typeof offer>[]) => {
      const found = resolveProduct(standingAt(facts(offers), NOON), asked, LIVE).winner;
      return `${found?.offerId} ${found?.term}`;
    };
    expect(winner(offer("a", { priority: 1 }), offer("b", { ...terms, priority: 2 }))).toBe("b 3");
    expect(winner(offer("a", terms), offer("b"))).toBe("b 3");
    expect(winner(offer("a", { terms: [3, 12] }))).toBe("a 12");
    expect(winner(offer("b"), offer("a"), offer("B"))).toBe("B 3");
  });

  it("says of each loser why it lost", () => {
    const standing = standingAt(
      facts([
        offer("winner"),
        offer("low", { priority: 1 }),
        offer("future", { window: { from: "2026-12-01T00:00:00+08:00", to: "2026-12-02T00:00:00+08:00" } }),
        offer("showcase-only", { placements: ["SHOWCASE"] }),
        offer("other-goods", { target: { kind: "categories", categories: ["茶壶"] } }),
        offer("too-cheap", { minAmountFen: 200_000 }),
        offer("spent", { budgetFen: 5_000 }, 4_000),
        offer("untrue", { funding: byConsumer }),
        offer("no-words", { templates: all("gone") }),
        offer("no-row", { terms: [9] }),
      ]),
      NOON,
    );
    const { winner, losers } = resolveProduct(standing, product([sku("a", 129_900)]), LIVE);
    expect(winner?.offerId).toBe("winner");
    expect(Object.fromEntries(losers.map(({ offerId, loss, step }) => [offerId, step ?? loss]))).toEqual({
      low: "priority",
      future: "not-started",
      "showcase-only": "placement-not-chosen",
      "other-goods": "not-targeted",
      "too-cheap": "amount-below-offer",
      spent: "budget-exhausted",
      untrue: "not-interest-free",
      "no-words": "template-not-in-force",
      "no-row": "term-not-on-card",
    });
    expect(losers.find(({ offerId }) => offerId === "untrue")?.params).toMatchObject({ cashPriceFen: 129_900, totalPaymentsFen: 132_888 });
  });

  it("refuses zero interest where installments cost ¥100 more than paying now", () => {
    const dear = sku("a", 100_000, { installmentPriceFen: fen(110_000) });
    expect(resolveProduct(standingAt(facts([offer("off-1")]), NOON), product([dear]), LIVE)).toMatchObject({
      reason: "not-interest-free",
      losers: [{ params: { cashPriceFen: 100_000, totalPaymentsFen: 110_000, extraCostFen: 10_000 } }],
    });
  });

  it("replaces both prices by the amount and keeps their difference", () => {
    const dear = product([sku("a", 100_000, { installmentPriceFen: fen(110_000) })]);
    const standing = standingAt(facts([offer("off-1", { funding: byConsumer, templates: all("per-period") })]), NOON);
    const { winner } = resolveProduct(standing, dear, { ...LIVE, amount: fen(500_000) });
    expect(winner?.quote.prices).toMatchObject({ cashPriceFen: 500_000, installmentPriceFen: 510_000 });
  });

  describe("where SKUs differ in price", () => {
    const cups = product([sku("small", 20_000), sku("large", 40_000)]);

    it("one label serves all when the words are the same and name no amount; its numbers are those of the cheapest", () => {
      const { reason, winner, sku: shown } = resolveProduct(standingAt(facts([offer("off-1")]), NOON), cups, LIVE);
      expect([reason, shown?.code, winner?.quote.prices.cashPriceFen]).toEqual(["labelled", "small", 20_000]);
    });

    it("asks for the SKU when the words name an amount, or differ, or not every SKU is labelled", () => {
      const naming = offer("off-1", { funding: byConsumer, templates: all("per-period") });
      expect(resolveProduct(standingAt(facts([naming]), NOON), cups, LIVE).reason).toBe("sku-required");
      expect(resolveProduct(standingAt(facts([offer("off-1", { minAmountFen: 30_000 })]), NOON), cups, LIVE).reason).toBe("sku-required");
      expect(resolveProduct(standingAt(facts([naming]), NOON), cups, { ...LIVE, skuId: "sku-large" }).reason).toBe("labelled");
    });

    it("one amount makes them one, and a SKU that is out of stock does not count", () => {
      const standing = standingAt(facts([offer("off-1", { funding: byConsumer, templates: all("per-period") })]), NOON);
      expect(resolveProduct(standing, cups, { ...LIVE, amount: fen(30_000) }).reason).toBe("labelled");
      expect(resolveProduct(standing, product([sku("small", 20_000), sku("large", 40_000, { inStock: false })]), LIVE).sku?.code).toBe("small");
    });
  });

  it("says why there is none, and to the public no more than the closed set", () => {
    const asked = product([sku("a", 129_900)]);
    const reason = (offers: ReturnType<typeof offer>[], over = {}) => resolveProduct(standingAt(facts(offers, over), NOON), asked, LIVE).reason;
    expect(reason([])).toBe("no-offer");
    expect(publicReason(reason([offer("a", { budgetFen: 1 })]))).toBe("not-eligible");
    expect(publicReason(reason([offer("a", { minAmountFen: 500_000 })]))).toBe("amount-out-of-range");
    expect(publicReason(reason([offer("a", { placements: ["POI"] })]))).toBe("no-offer");
    expect(reason([offer("a")], { stops: [{ kind: "stopped", at: NOON, reason: "r" }] })).toBe("stopped");
    expect(resolveProduct(standingAt(facts([offer("a")]), NOON), product([sku("a", 1, { inStock: false })]), LIVE).reason).toBe("out-of-stock");
    expect(resolveProduct(standingAt(facts([offer("a")]), NOON), product([]), LIVE).reason).toBe("not-for-sale");
  });
});

describe("standingAt", () => {
  it("holds until the next Shanghai midnight, or until a window begins or ends", () => {
    const soon = { from: "2026-11-22T18:00:00+08:00", to: "2026-11-22T20:00:00+08:00" };
    expect(standingAt(facts([offer("a")]), NOON).boundary).toEqual(at("2026-11-22T16:00:00Z"));
    expect(standingAt(facts([offer("a", { window: soon })]), NOON).boundary).toEqual(at("2026-11-22T10:00:00Z"));
    expect(standingAt(facts([offer("a", { window: soon })]), at("2026-11-22T10:00:00Z")).boundary).toEqual(at("2026-11-22T12:00:00Z"));
  });

  it("a stop holds until it is lifted", () => {
    const stops = [
      { kind: "stopped" as const, at: at("2026-11-22T01:00:00Z"), reason: "r" },
      { kind: "lifted" as const, at: at("2026-11-22T03:00:00Z"), reason: "r" },
    ];
    expect(standingAt(facts([], { stops }), at("2026-11-22T02:00:00Z")).stopped?.reason).toBe("r");
    expect(standingAt(facts([], { stops }), NOON).stopped).toBeNull();
  });

  it("a new revision is in effect from its publication, a template until it is retired", () => {
    const changed = offer("a");
    changed.revisions.push({ revision: 2, content: content({ name: "new" }), publishedAt: at("2026-11-22T05:00:00Z") });
    expect(standingAt(facts([changed]), NOON).offers[0]?.revision.revision).toBe(1);
    expect(standingAt(facts([changed]), NOON).boundary).toEqual(at("2026-11-22T05:00:00Z"));
    expect(standingAt(facts([changed]), at("2026-11-22T05:00:00Z")).offers[0]?.revision.revision).toBe(2);
  });
});

it("the winner depends on what the offers say, not on the order in which they come", () => {
  const some = fc.record({ priority: fc.integer({ min: 0, max: 3 }), terms: fc.uniqueArray(fc.constantFrom(3, 6, 12), { minLength: 1 }), consumerPays: fc.boolean() });
  fc.assert(
    fc.property(fc.array(some, { minLength: 1, maxLength: 6 }), fc.integer({ min: 10_000, max: 1_000_000 }), (offers, price) => {
      const list = offers.map(({ consumerPays, ...over }, index) => offer(`off-${index}`, { ...over, budgetFen: null, funding: consumerPays ? byConsumer : content().funding, templates: all("apr") }));
      const asked = product([sku("a", price)]);
      const pick = (order: typeof list) => resolveProduct(standingAt(facts(order), NOON), asked, LIVE);
      const [forward, backward] = [pick(list), pick([...list].reverse())];
      expect(backward.winner?.rank).toEqual(forward.winner?.rank);
      expect(forward.losers.length + (forward.winner ? 1 : 0)).toBe(offers.reduce((sum, { terms }) => sum + terms.length, 0));
    }),
    { numRuns: 60 },
  );
});
