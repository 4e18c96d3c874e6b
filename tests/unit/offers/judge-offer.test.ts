import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import { judgeOffer, type OfferSituation } from "@/lib/offers/judge-offer";
import { BY_CONSUMER, MARKET, NOW, offer, sku, TEMPLATES } from "./offer-facts";

const SKUS = [sku("1", 12_900), sku("2", 58_000), sku("3", 128_000)];
const judge = (changes: Partial<OfferSituation> = {}) => judgeOffer({ content: offer(), market: MARKET, templates: TEMPLATES, now: NOW, usedFen: fen(0), skus: SKUS, isSample: false, ...changes });
const codes = (findings: { code: string }[]) => findings.map(({ code }) => code);
const perPeriod = { LIVESTREAM: "per-period-short", SHOWCASE: "per-period-short", POI: "per-period" };

describe("an offer that holds", () => {
  const judgement = judge();
  test("is not refused, and every product gets the label", () => {
    expect(judgement).toMatchObject({ refusals: [], warnings: [], targetedCount: 3, labelledCount: 3, unlabelled: [] });
  });

  test("shows figures of the middle product, and the range over all", () => {
    const [term] = judgement.terms;
    expect(judgement.example.product?.skuId).toBe("s2");
    expect(term).toMatchObject({ term: 3, range: { perPeriodFen: { from: 4_300, to: 42_668 }, merchantFeeFen: { from: 232, to: 2_304 }, count: 3 } });
    expect(term!.example).toMatchObject({ ok: true, merchantFeeFen: 1_044, marginFen: null, quote: { nominalApr: { percent: "0.00" } } });
  });

  test("says how far the budget reaches", () => {
    expect(judgement.orderFees).toEqual({ cheapestFen: 232, costliestFen: 2_304 });
    expect(judgement.reach).toEqual({ atLeast: 434, atMost: 4_310 });
  });

  test("the worst effective rate is the one of the last day before a bill", () => {
    const [term] = judge({ content: offer({ funding: BY_CONSUMER, templates: perPeriod }) }).terms;
    expect(term!.example).toMatchObject({ ok: true, worstEffectiveApr: { onDate: "2026-11-30" } });
  });

  test("margin counts cost and the merchant's fee", () => {
    const [term] = judge({ skus: [sku("1", 100_000, { costPriceFen: fen(60_000) })] }).terms;
    expect(term!.example).toMatchObject({ marginFen: 38_200, marginBps: 3_820 });
    expect(codes(judge({ skus: [sku("1", 100_000, { costPriceFen: fen(99_000) })] }).warnings)).toEqual(["margin-negative"]);
  });
});

describe("an offer under which nothing would be labelled", () => {
  test("says so, though each product has its own reason", () => {
    expect(codes(judge({ content: offer({ minAmountFen: 4_900_000 }), skus: [...SKUS, sku("4", 4_950_000, { inStock: false })] }).warnings)).toContain("no-labels");
  });
  test("says nothing while one placement of one product has a label", () => {
    expect(codes(judge({ content: offer({ minAmountFen: 100_000 }) }).warnings)).not.toContain("no-labels");
  });
});

describe("an offer is refused", () => {
  test.each([
    ["window-ended", { content: offer({ window: { from: "2026-10-01T00:00:00+08:00", to: "2026-11-10T10:00:00+08:00" } }) }],
    ["window-reversed", { content: offer({ window: { from: "2026-12-01T00:00:00+08:00", to: "2026-12-01T00:00:00+08:00" } }) }],
    ["window-too-long", { content: offer({ window: { from: "2026-12-01T00:00:00+08:00", to: "2028-12-01T00:00:00+08:00" } }) }],
    ["range-reversed", { content: offer({ minAmountFen: 200_000, maxAmountFen: 100_000 }), skus: [] }],
    ["range-outside-card", { content: offer({ minAmountFen: 1, maxAmountFen: 999 }), skus: [] }],
    ["no-card-in-force", { content: offer({ channel: "elsewhere" }) }],
    ["term-not-on-card", { content: offer({ terms: [3, 24] }) }],
    ["funding-not-allowed", { content: offer({ funding: { consumerBps: 0, merchantBps: 0, platformBps: 10_000 } }) }],
    ["template-missing", { content: offer({ templates: { LIVESTREAM: "zero-interest", SHOWCASE: "zero-interest" } }) }],
    ["template-not-in-force", { content: offer({ templates: { ...perPeriod, POI: "gone" } }) }],
    ["template-wrong-placement", { content: offer({ templates: { ...perPeriod, LIVESTREAM: "per-period" } }) }],
    ["budget-below-one-order", { content: offer({ budgetFen: 231 }) }],
    ["budget-below-one-order", { content: offer({ budgetFen: 10_000 }), usedFen: fen(9_800) }],
    ["no-products", { content: offer({ target: { kind: "tags", tags: ["没有"] } }) }],
    ["words-too-long", { templates: new Map([...TEMPLATES, ["zero-interest", { ...TEMPLATES.get("zero-interest")!, mainLine: "{term}期0息 每期{perPeriod} 年化{apr}" }]]), skus: [sku("1", 12_900), sku("2", 4_999_900)] }],
  ])("%s", (code, changes) => {
    expect(codes(judge(changes as Partial<OfferSituation>).refusals)).toContain(code);
  });

  test("above a hard ceiling, with the sum behind it", () => {
    const rows = MARKET.rateCards[0]!.rows.map((row) => ({ ...row, feeBps: row.payer === "consumer" ? 1_500 : row.feeBps }));
    const market = { ...MARKET, rateCards: [{ ...MARKET.rateCards[0]!, rows }] };
    const [refusal] = judge({ market, content: offer({ funding: BY_CONSUMER, templates: perPeriod }) }).refusals;
    expect(refusal).toMatchObject({ code: "above-ceiling", field: "terms", params: { term: 3, ceilingPpm: 240_000, measure: "nominal" } });
    expect(refusal!.lines).toContainEqual({ code: "extra-cost", fen: 15_000 });
  });

  test("above a ceiling that begins later in the window, on that date", () => {
    const stricter = { ...MARKET.policies[0]!, id: "hard24_2", version: 2, formula: { kind: "fixed" as const, ceilingPpm: 100_000 }, fromDate: calendarDate("2026-12-01") };
    const { refusals } = judge({ market: { ...MARKET, policies: [...MARKET.policies, stricter] }, content: offer({ funding: BY_CONSUMER, templates: perPeriod }) });
    expect(refusals[0]).toMatchObject({ code: "above-ceiling", params: { date: "2026-12-01", ceilingPpm: 100_000 } });
  });

  test("zero interest that the shopper's fee makes untrue, whatever the product", () => {
    const [refusal] = judge({ content: offer({ funding: BY_CONSUMER }) }).refusals;
    expect(refusal).toMatchObject({ code: "not-interest-free", params: { term: 3 } });
    expect(refusal!.lines).toEqual([
      { code: "installment-price", fen: 100_000 },
      { code: "installment-fee", fen: 2_300 },
      { code: "total-payments", fen: 102_300 },
      { code: "cash-price", fen: 100_000 },
      { code: "extra-cost", fen: 2_300 },
    ]);
  });
});

describe("a product whose installment price is ¥10 above its cash price", () => {
  const dear = sku("9", 100_000, { installmentPriceFen: fen(101_000) });
  test("gets no zero-interest label, and the others do", () => {
    const judgement = judge({ skus: [...SKUS, dear] });
    expect(judgement.refusals).toEqual([]);
    expect(codes(judgement.warnings)).toEqual(["some-not-interest-free"]);
    expect(judgement.unlabelled).toEqual([
      { productId: "p9", skuId: "s9", title: "商品9", skuName: "", misses: [{ loss: "not-interest-free", params: { term: 3, cashPriceFen: 100_000, totalPaymentsFen: 101_000, extraCostFen: 1_000 }, placements: ["LIVESTREAM", "SHOWCASE", "POI"] }] },
    ]);
  });

  test("refuses the offer where it was picked by hand, or where it is all there is", () => {
    const picked = judge({ skus: [...SKUS, dear], content: offer({ target: { kind: "products", productIds: ["p1", "p9"] } }) });
    expect(picked.refusals).toMatchObject([{ code: "product-not-interest-free", params: { title: "商品9", cashPriceFen: 100_000, totalPaymentsFen: 101_000 } }]);
    expect(codes(judge({ skus: [dear] }).refusals)).toEqual(["product-not-interest-free"]);
  });
});

describe("what should be known", () => {
  test("a watch ceiling warns and does not refuse", () => {
    const { refusals, warnings } = judge({ content: offer({ funding: BY_CONSUMER, templates: perPeriod }) });
    expect(refusals).toEqual([]);
    expect(warnings).toMatchObject([{ code: "watch-ceiling", params: { ceilingPpm: 120_000 } }]);
  });

  test("one product above a ceiling by its own prices gets no label, the others do", () => {
    const dear = sku("9", 100_000, { installmentPriceFen: fen(110_000) });
    const judgement = judge({ skus: [...SKUS, dear] });
    expect(judgement.refusals).toEqual([]);
    expect(codes(judgement.warnings)).toContain("some-above-ceiling");
    expect(judgement.unlabelled).toMatchObject([{ skuId: "s9", misses: [{ loss: "above-ceiling" }] }]);
  });

  test("a shop without products may publish, figures are those of ¥1,000.00", () => {
    const judgement = judge({ skus: [] });
    expect(judgement).toMatchObject({ refusals: [], example: { product: null, cashPriceFen: 100_000 }, terms: [{ range: null, example: { ok: true } }] });
    expect(codes(judgement.warnings)).toEqual(["no-products-yet"]);
  });

  test("a budget below the costliest order, and one without a limit", () => {
    expect(codes(judge({ content: offer({ budgetFen: 2_303 }) }).warnings)).toEqual(["budget-below-costliest"]);
    expect(judge({ content: offer({ budgetFen: 2_303 }) }).unlabelled).toMatchObject([{ skuId: "s3", misses: [{ loss: "budget-exhausted", params: { neededFen: 2_304, remainingFen: 2_303 } }] }]);
    expect(codes(judge({ content: offer({ budgetFen: null }) }).warnings)).toEqual(["budget-without-limit"]);
  });
});
