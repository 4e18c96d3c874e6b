import { describe, expect, test } from "vitest";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import { evaluateOffer } from "@/lib/offers/evaluate-offer";
import { CARD, MARKET, BY_CONSUMER, offer, sku } from "./offer-facts";

const on = calendarDate("2026-11-22");
const evaluate = (changes: Partial<Parameters<typeof evaluateOffer>[0]> = {}) => evaluateOffer({ sku: sku("1", 100_000), content: offer(), term: 3, market: MARKET, orderDate: on, ...changes });

describe("one product under one offer", () => {
  test("is quoted by the card in force, its fee borne as the offer says", () => {
    const evaluation = evaluate();
    expect(evaluation).toMatchObject({ ok: true, quote: { interestFree: true, perPeriodFen: 33_334, fee: { consumerFen: 0, merchantFen: 1_800 } }, input: { orderDate: "2026-11-22", term: 3 } });
  });

  test.each([
    ["not-targeted", { content: offer({ target: { kind: "tags", tags: ["礼盒"] } }) }],
    ["out-of-stock", { sku: sku("1", 100_000, { inStock: false }) }],
    ["amount-below-offer", { content: offer({ minAmountFen: 100_001 }) }],
    ["amount-above-offer", { content: offer({ maxAmountFen: 99_999 }) }],
    ["no-card-in-force", { orderDate: calendarDate("2025-12-31") }],
    ["no-card-in-force", { content: offer({ channel: "elsewhere" }) }],
    ["term-not-on-card", { term: 24 }],
    ["amount-below-card", { sku: sku("1", 999), content: offer({ minAmountFen: 0 }) }],
    ["amount-above-card", { sku: sku("1", 5_000_001), content: offer({ maxAmountFen: 9_000_000 }) }],
    ["funding-not-allowed", { content: offer({ funding: { consumerBps: 0, merchantBps: 0, platformBps: 10_000 } }) }],
    ["funding-not-allowed", { market: { ...MARKET, rateCards: [{ ...CARD, fundingShares: "all-or-none" as const }] }, content: offer({ funding: { consumerBps: 5_000, merchantBps: 5_000, platformBps: 0 } }) }],
  ])("loses by %s", (loss, changes) => {
    expect(evaluate(changes)).toMatchObject({ ok: false, loss });
  });

  test("above a hard ceiling keeps its quote, for the arithmetic", () => {
    const dear = sku("1", 100_000, { installmentPriceFen: fen(110_000) });
    expect(evaluate({ sku: dear, content: offer({ funding: BY_CONSUMER }) })).toMatchObject({ ok: false, loss: "above-ceiling", params: { ceilingPpm: 240_000 }, quote: { extraCostFen: 12_530 } });
  });

  test("an amount replaces the cash price and the installment price keeps its difference", () => {
    const dear = sku("1", 100_000, { installmentPriceFen: fen(100_100) });
    expect(evaluate({ sku: dear, amount: fen(50_000) })).toMatchObject({ ok: true, input: { prices: { cashPriceFen: 50_000, installmentPriceFen: 50_100 } } });
    expect(evaluate({ sku: dear, amount: fen(50_000), content: offer({ minAmountFen: 50_100 }) }).ok).toBe(true);
    expect(evaluate({ sku: dear, amount: fen(50_000), content: offer({ maxAmountFen: 50_099 }) })).toMatchObject({ loss: "amount-above-offer" });
  });
});
