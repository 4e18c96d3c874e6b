import { calendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import type { Policy, RateCard } from "@/lib/quote/schema";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";

export function sampleCard(patch: Partial<RateCard> = {}): RateCard {
  return {
    id: `card_${patch.version ?? 1}`,
    channel: "douyin-monthly-pay",
    version: 1,
    name: "示例卡",
    lenderName: "示例消费金融有限公司",
    lenderShortName: "示例",
    lenderType: "consumer-finance",
    roundingRule: "douyin-monthly-pay",
    billingDay: 1,
    dueDay: 6,
    overdueDailyRatePpm: 500,
    earlyPayoffRule: "remaining-fees-waived",
    feeRefundRule: "refunded-pro-rata",
    fundingShares: "any",
    minAmountFen: fen(1_000),
    maxAmountFen: fen(5_000_000),
    fromDate: calendarDate("2026-01-01"),
    source: "示例",
    isSample: true,
    rows: [
      { term: 3, payer: "consumer", feeBps: 230 },
      { term: 3, payer: "merchant", feeBps: 180 },
    ],
    ...patch,
  };
}

export function ceiling24(patch: Partial<Policy> = {}): Policy {
  return {
    id: "policy_24",
    code: "composite-cost-24",
    version: 1,
    nameZh: "上限",
    nameEn: "Ceiling",
    kind: "hard",
    measure: "nominal",
    lenderTypes: ["bank", "consumer-finance"],
    formula: { kind: "fixed", ceilingPpm: 240_000 },
    fromDate: calendarDate("2025-10-01"),
    untilDate: null,
    source: "示例",
    ...patch,
  };
}

export function marketFacts(patch: Partial<MarketFacts> = {}): MarketFacts {
  return {
    rateCards: [sampleCard()],
    policies: [ceiling24()],
    lprRates: [{ fromDate: calendarDate("2025-05-20"), oneYearPpm: 30_000, source: "示例" }],
    ...patch,
  };
}
