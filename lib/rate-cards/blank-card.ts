import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import type { RateCard } from "@/lib/quote/schema";

/** Where a channel's first card starts from: the commonest rules, no lender, no fees. */
export function blankCard(fromDate: CalendarDate): RateCard {
  return {
    id: "blank",
    channel: "",
    version: 0,
    name: "",
    lenderName: "",
    lenderShortName: "",
    lenderType: "bank",
    roundingRule: "douyin-monthly-pay",
    billingDay: 1,
    dueDay: 6,
    overdueDailyRatePpm: 500,
    earlyPayoffRule: "remaining-fees-waived",
    feeRefundRule: "refunded-pro-rata",
    fundingShares: "all-or-none",
    minAmountFen: fen(1_000),
    maxAmountFen: fen(5_000_000),
    fromDate,
    source: "",
    isSample: false,
    rows: [3, 6, 12].map((term) => ({ term, payer: "consumer" as const, feeBps: 0 })),
  };
}
