import { calendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import type { LprRate, Policy, RateCard } from "@/lib/quote/schema";

const SOURCE = "invented for measuring";
const FEES = [
  [3, 230, 180],
  [6, 450, 450],
  [12, 750, 750],
  [24, 1_500, 1_500],
] as const;

/** A card, two ceilings and a prime rate of the usual size. */
export const SAMPLE_CARD: RateCard = {
  id: "card-1",
  channel: "douyin-monthly-pay",
  version: 1,
  name: "示例费率卡",
  lenderName: "示例消费金融有限公司",
  lenderShortName: "示例",
  lenderType: "consumer-finance",
  roundingRule: "douyin-monthly-pay",
  billingDay: 1,
  dueDay: 8,
  overdueDailyRatePpm: 500,
  earlyPayoffRule: "remaining-fees-waived",
  feeRefundRule: "not-refunded",
  fundingShares: "any",
  minAmountFen: fen(1_000),
  maxAmountFen: fen(10_000_000),
  fromDate: calendarDate("2025-01-01"),
  source: SOURCE,
  isSample: true,
  rows: FEES.flatMap(([term, consumer, merchant]) => [
    { term, payer: "consumer" as const, feeBps: consumer },
    { term, payer: "merchant" as const, feeBps: merchant },
  ]),
};

const ceiling: Omit<Policy, "id" | "code" | "kind" | "formula"> = {
  version: 1,
  nameZh: "综合融资成本上限",
  nameEn: "Ceiling of the comprehensive cost",
  measure: "nominal",
  lenderTypes: ["bank", "consumer-finance"],
  fromDate: calendarDate("2025-01-01"),
  untilDate: null,
  source: SOURCE,
};
export const SAMPLE_POLICIES: Policy[] = [
  { ...ceiling, id: "policy-24", code: "cost-24", kind: "hard", formula: { kind: "fixed", ceilingPpm: 240_000 } },
  { ...ceiling, id: "policy-lpr", code: "four-times-lpr", kind: "watch", formula: { kind: "lpr-multiple", multiple: 4 } },
];

export const SAMPLE_LPR: LprRate[] = [{ fromDate: calendarDate("2025-05-20"), oneYearPpm: 30_000, source: SOURCE }];
