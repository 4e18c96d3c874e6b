import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { addDays, calendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import { explainCeiling, explainExtraCost } from "@/lib/quote/explain-refusal";
import { quote, quoteOutsideData } from "@/lib/quote/quote";
import { type Quote } from "@/lib/quote/quote-result";
import { type QuoteInput } from "@/lib/quote/schema";
import { FUNDING, policy, quoteInput, rateCard } from "@/tests/unit/quote/quote-inputs";

function quoted(changes: Partial<QuoteInput> = {}): Quote {
  const result = quote(quoteInput(changes));
  if (!result.ok) throw new Error(JSON.stringify(result));
  return result.quote;
}

describe("a quote", () => {
  test("of a fee that the shopper bears", () => {
    const result = quoted();
    expect(result.fee).toEqual({ totalFen: 2_988, consumerFen: 2_988, merchantFen: 0, platformFen: 0 });
    expect(result.installments.map((installment) => [installment.dueOn, installment.paymentFen])).toEqual([
      ["2026-12-06", 44_296],
      ["2027-01-06", 44_296],
      ["2027-02-06", 44_296],
    ]);
    expect(result.nominalApr).toEqual({ ppm: 137_492, percent: "13.75", method: "nominal", onDate: "2026-11-22" });
    expect(result).toMatchObject({ perPeriodFen: 44_296, totalPaymentsFen: 132_888, extraCostFen: 2_988, interestFree: false, allowed: true });
    expect(result.validUntil).toBe("2026-11-22T16:00:00.000Z");
    expect(result.disclosure.costs).toEqual([
      { item: "installment-fee", amountFen: 2_988, annualizedPpm: 137_492, annualizedPercent: "13.75", charged: "each-installment", chargedBy: "lender" },
    ]);
  });

  test("of a fee that the merchant bears is interest-free at rate 0", () => {
    const result = quoted({ funding: FUNDING.merchant });
    expect(result.fee).toEqual({ totalFen: 2_338, consumerFen: 0, merchantFen: 2_338, platformFen: 0 });
    expect([result.nominalApr.percent, result.effectiveApr.percent, result.interestFree]).toEqual(["0.00", "0.00", true]);
    expect(result.disclosure).toMatchObject({ totalCostFen: 0, borneByMerchantFen: 2_338 });
  });

  test("counts the cash discount that installment buyers do not get", () => {
    const result = quoted({
      funding: FUNDING.merchant,
      prices: { cashPriceFen: fen(119_900), installmentPriceFen: fen(129_900) },
    });
    expect(result.interestFree).toBe(false);
    expect(result.nominalApr.ppm).toBeGreaterThan(400_000);
    expect(result.allowed).toBe(false);
    expect(explainExtraCost(result)).toEqual([
      { code: "installment-price", fen: 129_900 },
      { code: "total-payments", fen: 129_900 },
      { code: "cash-price", fen: 119_900 },
      { code: "extra-cost", fen: 10_000 },
    ]);
    expect(explainCeiling(result, "policy-24").slice(-2)).toEqual([
      { code: "apr", ppm: result.nominalApr.ppm },
      { code: "ceiling", ppm: 240_000 },
    ]);
    expect(result.disclosure.costs.map((cost) => cost.item)).toEqual(["installment-fee", "cash-discount-forgone"]);
  });

  test("one fen too much is not interest-free and never prints as 0.00", () => {
    const result = quoted({ funding: FUNDING.merchant, prices: { cashPriceFen: fen(9_999_999), installmentPriceFen: fen(10_000_000) } });
    expect([result.interestFree, result.nominalApr.percent, result.effectiveApr.percent]).toEqual([false, "<0.01", "<0.01"]);
  });

  test("up-front fee, add-ons and what is not financed are paid on the day", () => {
    const result = quoted({
      funding: FUNDING.merchant,
      prices: { cashPriceFen: fen(100_000), financedFen: fen(60_000), upfrontFeeFen: fen(500), addOnsFen: fen(300) },
    });
    expect(result).toMatchObject({ paidAtOnceFen: 40_000, totalPaymentsFen: 100_800, extraCostFen: 800, interestFree: false });
    const alone = quoted({ funding: FUNDING.merchant, prices: { cashPriceFen: fen(60_000), upfrontFeeFen: fen(800) } });
    expect(alone.nominalApr.ppm).toBe(result.nominalApr.ppm);
  });

  test("installments cheaper than paying now have a rate below zero", () => {
    const result = quoted({ funding: FUNDING.merchant, prices: { cashPriceFen: fen(129_900), installmentPriceFen: fen(120_000) } });
    expect(result.interestFree).toBe(true);
    expect(result.nominalApr.ppm).toBeLessThan(0);
    expect(result.nominalApr.percent).toMatch(/^-/);
  });

  test.each([
    ["2026-11-30", 3, "25.30"],
    ["2026-11-15", 3, "17.36"],
    ["2026-11-30", 12, "16.72"],
    ["2026-11-15", 12, "15.25"],
    ["2026-11-01", 12, "14.10"],
  ])("bought on %s over %d periods costs %s %% effective", (orderDate, term, percent) => {
    const result = quoted({ orderDate: calendarDate(orderDate), term, prices: { cashPriceFen: fen(10_000_000) } });
    expect(result.effectiveApr.percent).toBe(percent);
  });
});

describe("the worst date of a window", () => {
  test("is the one that trying every day finds", () => {
    const start = calendarDate("2026-10-20");
    for (const funding of [FUNDING.consumer, FUNDING.half]) {
      for (const prices of [{ cashPriceFen: fen(129_900) }, { cashPriceFen: fen(129_900), installmentPriceFen: fen(110_000) }]) {
        const window = { from: start, to: addDays(start, 120) };
        const each = Array.from({ length: 121 }, (_, day) => quoted({ funding, prices, orderDate: addDays(start, day) }).effectiveApr.ppm);
        expect(quoted({ funding, prices, window }).worstEffectiveApr?.ppm).toBe(Math.max(...each));
      }
    }
  });

  test("is judged by an effective ceiling", () => {
    const ceiling = policy({ measure: "effective", formula: { kind: "fixed", ceilingPpm: 200_000 } });
    const window = { from: calendarDate("2026-11-22"), to: calendarDate("2026-12-10") };
    expect(quoted({ policies: [ceiling], orderDate: calendarDate("2026-11-02") }).allowed).toBe(true);
    const result = quoted({ policies: [ceiling], orderDate: calendarDate("2026-11-02"), window });
    expect(result.verdicts[0]).toMatchObject({ exceeded: true, onDate: "2026-11-30" });
    expect(result.allowed).toBe(false);
  });
});

describe("ceilings", () => {
  const watch = policy({
    id: "policy-lpr",
    code: "lpr-watch",
    kind: "watch",
    formula: { kind: "lpr-multiple", multiple: 4 },
    untilDate: calendarDate("2027-12-31"),
  });

  test("a watch ceiling warns, a hard one refuses", () => {
    const result = quoted({ policies: [policy(), watch] });
    expect(result.verdicts.map((verdict) => [verdict.code, verdict.ceilingPpm, verdict.exceeded])).toEqual([
      ["cost-ceiling", 240_000, false],
      ["lpr-watch", 120_000, true],
    ]);
    expect(result.allowed).toBe(true);
    expect(quoted({ policies: [policy({ formula: { kind: "fixed", ceilingPpm: 137_491 } })] }).allowed).toBe(false);
  });

  test("an unknown LPR is named", () => {
    expect(quote(quoteInput({ policies: [watch], lprRates: [] }))).toMatchObject({ ok: false, reason: "bad-input", code: "lpr-rate-missing" });
  });
});

describe("what cannot be quoted is named", () => {
  test.each<[string, string, Partial<QuoteInput>]>([
    ["price-not-positive", "prices.cashPriceFen", { prices: { cashPriceFen: fen(0) } }],
    ["price-not-positive", "prices.installmentPriceFen", { prices: { cashPriceFen: fen(5), installmentPriceFen: fen(0) } }],
    ["financed-not-positive", "prices.financedFen", { prices: { cashPriceFen: fen(5_000), financedFen: fen(0) } }],
    ["financed-exceeds-price", "prices.financedFen", { prices: { cashPriceFen: fen(5_000), financedFen: fen(5_001) } }],
    ["amount-below-card", "prices.financedFen", { prices: { cashPriceFen: fen(999) } }],
    ["amount-above-card", "prices.financedFen", { prices: { cashPriceFen: fen(10_000_001) } }],
    ["card-not-in-force", "orderDate", { orderDate: calendarDate("2025-12-31") }],
    ["term-not-on-card", "term", { term: 24 }],
    ["funding-not-on-card", "funding.platformBps", { term: 6, funding: { consumerBps: 0, merchantBps: 0, platformBps: 10_000 } }],
    ["funding-not-allowed", "funding.consumerBps", { funding: FUNDING.half, rateCard: rateCard({ fundingShares: "all-or-none" }) }],
    ["window-reversed", "window.to", { window: { from: calendarDate("2026-11-02"), to: calendarDate("2026-11-01") } }],
    ["window-too-long", "window.to", { window: { from: calendarDate("2026-11-02"), to: calendarDate("2029-11-01") } }],
  ])("%s at %s", (code, field, changes) => {
    expect(quote(quoteInput(changes))).toMatchObject({ ok: false, reason: "bad-input", code, field });
  });

  test("a shopper who receives nothing has no rate", () => {
    expect(quote(quoteInput({ prices: { cashPriceFen: fen(5_000), upfrontFeeFen: fen(5_000) } }))).toEqual({ ok: false, reason: "no-root" });
    const cheaper = { cashPriceFen: fen(9_000), installmentPriceFen: fen(5_000), addOnsFen: fen(6_000) };
    expect(quote(quoteInput({ prices: cheaper }))).toEqual({ ok: false, reason: "no-root" });
  });

  test("a rate beyond every number is not finite", () => {
    const prices = { cashPriceFen: fen(100_001), upfrontFeeFen: fen(100_000) };
    const result = quote(quoteInput({ prices, orderDate: calendarDate("2026-11-30"), rateCard: rateCard({ rows: [{ term: 1, payer: "consumer", feeBps: 100_000 }] }), term: 1 }));
    expect(result).toEqual({ ok: false, reason: "not-finite" });
  });

  test.each([
    ["term", { term: 0 }],
    ["orderDate", { orderDate: "2026-02-30" }],
    ["prices.cashPriceFen", { prices: { cashPriceFen: 12.5 } }],
    ["prices.cashPriceFen", { prices: { cashPriceFen: -1 } }],
    ["prices.discountFen", { prices: { cashPriceFen: 5_000, discountFen: 1 } }],
    ["funding", { funding: { consumerBps: 5_000, merchantBps: 0, platformBps: 0 } }],
    ["rateCard.rows", { rateCard: { ...rateCard(), rows: [...rateCard().rows, rateCard().rows[0]] } }],
    ["rateCard.name", { rateCard: { ...rateCard(), name: "half a character \ud800" } }],
    ["", null],
  ])("outside data is refused at %j", (field, changes) => {
    const data = changes === null ? null : { ...quoteInput(), ...changes };
    expect(quoteOutsideData(data)).toMatchObject({ ok: false, reason: "bad-input", code: "invalid-field", field });
  });
});

describe("always", () => {
  const inputs = fc
    .record({
      cash: fc.integer({ min: 5_000, max: 5_000_000 }),
      premium: fc.integer({ min: -500, max: 2_000 }),
      upfront: fc.integer({ min: 0, max: 1_000 }),
      term: fc.constantFrom(3, 6, 12),
      day: fc.integer({ min: 0, max: 800 }),
      consumerBps: fc.constantFrom(0, 1, 3_333, 5_000, 10_000),
      roundingRule: fc.constantFrom("douyin-monthly-pay" as const, "remainder-last" as const, "level-payment-up" as const),
    })
    .map(({ cash, premium, upfront, term, day, consumerBps, roundingRule }) =>
      quoteInput({
        prices: { cashPriceFen: fen(cash), installmentPriceFen: fen(cash + premium), upfrontFeeFen: fen(upfront) },
        term,
        orderDate: addDays(calendarDate("2026-01-01"), day),
        funding: { consumerBps, merchantBps: 10_000 - consumerBps, platformBps: 0 },
        rateCard: rateCard({ roundingRule }),
      }),
    );

  test("parts sum to the whole, interest-free means no more than the cash price, the rates agree in sign", () => {
    fc.assert(
      fc.property(inputs, (input) => {
        const result = quote(input);
        if (!result.ok) throw new Error(JSON.stringify(result));
        const { fee, installments, prices, totalPaymentsFen, interestFree, nominalApr, effectiveApr, extraCostFen } = result.quote;
        expect(fee.consumerFen + fee.merchantFen + fee.platformFen).toBe(fee.totalFen);
        const scheduled = installments.reduce((sum, installment) => sum + installment.paymentFen, 0);
        expect(scheduled).toBe(prices.financedFen + fee.consumerFen);
        expect(totalPaymentsFen).toBe(scheduled + prices.upfrontFeeFen + result.quote.paidAtOnceFen);
        expect(interestFree).toBe(totalPaymentsFen <= prices.cashPriceFen);
        expect(interestFree).toBe(!(nominalApr.percent === "<0.01" || Number(nominalApr.percent) > 0));
        expect(Math.sign(nominalApr.ppm)).toBe(Math.sign(effectiveApr.ppm));
        if (Math.abs(extraCostFen) > 10) expect(Math.sign(nominalApr.ppm)).toBe(Math.sign(extraCostFen));
        expect(quote(input)).toEqual(result);
        expect(quoteOutsideData(JSON.parse(JSON.stringify(input)))).toEqual(result);
      }),
    );
  });
});
