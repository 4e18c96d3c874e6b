import { calendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import { type LprRate, type Policy, type QuoteInput, type RateCard } from "@/lib/quote/schema";

const rows = [
  [3, "consumer", 230],
  [6, "consumer", 450],
  [12, "consumer", 750],
  [3, "merchant", 180],
  [6, "merchant", 450],
  [12, "merchant", 750],
  [3, "platform", 0],
] as const;

export function rateCard(changes: Partial<RateCard> = {}): RateCard {
  return {
    id: "card-1",
    channel: "douyin-monthly-pay",
    version: 1,
    name: "示例费率卡",
    lenderName: "示例消费金融有限公司",
    lenderShortName: "示例消金",
    lenderType: "consumer-finance",
    roundingRule: "douyin-monthly-pay",
    billingDay: 1,
    dueDay: 6,
    overdueDailyRatePpm: 500,
    earlyPayoffRule: "remaining-fees-waived",
    feeRefundRule: "not-refunded",
    fundingShares: "any",
    minAmountFen: fen(1_000),
    maxAmountFen: fen(10_000_000),
    fromDate: calendarDate("2026-01-01"),
    source: "示例",
    isSample: true,
    rows: rows.map(([term, payer, feeBps]) => ({ term, payer, feeBps })),
    ...changes,
  };
}

export function policy(changes: Partial<Policy> = {}): Policy {
  return {
    id: "policy-24",
    code: "cost-ceiling",
    version: 1,
    nameZh: "综合融资成本上限",
    nameEn: "Ceiling of the comprehensive cost",
    kind: "hard",
    measure: "nominal",
    lenderTypes: ["bank", "consumer-finance"],
    formula: { kind: "fixed", ceilingPpm: 240_000 },
    fromDate: calendarDate("2025-10-01"),
    untilDate: null,
    source: "金规〔2025〕9号",
    ...changes,
  };
}

export const LPR: LprRate = { fromDate: calendarDate("2025-05-20"), oneYearPpm: 30_000, source: "示例" };

export const FUNDING = {
  consumer: { consumerBps: 10_000, merchantBps: 0, platformBps: 0 },
  merchant: { consumerBps: 0, merchantBps: 10_000, platformBps: 0 },
  half: { consumerBps: 5_000, merchantBps: 5_000, platformBps: 0 },
};

export function quoteInput(changes: Partial<QuoteInput> = {}): QuoteInput {
  return {
    prices: { cashPriceFen: fen(129_900) },
    term: 3,
    orderDate: calendarDate("2026-11-22"),
    funding: FUNDING.consumer,
    rateCard: rateCard(),
    policies: [policy()],
    lprRates: [LPR],
    ...changes,
  };
}
