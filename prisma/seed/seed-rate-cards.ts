import { enterPlatform } from "@/lib/access/gates";
import { movableClock } from "@/lib/platform/clock";
import { listRateCards } from "@/lib/rate-cards/queries";
import { publishRateCard } from "@/lib/rate-cards/publish-rate-card";
import { DEFAULT_CHANNEL, type PublishRateCardInput } from "@/lib/rate-cards/schema";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { fen } from "@/lib/money/fen";
import { PEOPLE } from "./cast";

/** A card is published before it starts, so the demo's was published in the December before. */
const PUBLISHED_AT = "2025-12-15T02:00:00.000Z";

export const SAMPLE_CARD: PublishRateCardInput = {
  expectedVersion: 0,
  channel: DEFAULT_CHANNEL,
  name: "抖音月付示例费率卡",
  lenderName: "示例消费金融有限公司（虚构）",
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
  source:
    "示例数据。抖音月付未公开费率卡。买家付费与商家付费的费率取自公开的花呗分期资料（2022 年，3/6/12 期：买家 2.3%/4.5%/7.5%，商家 1.8%/4.5%/7.5%）；账单日 1 日、还款日 6 日依据公开文章；平台付费的费率、可任意分摊、金额范围、逾期日利率、提前还款与退款规则为演示设定，贷款机构为虚构。",
  isSample: true,
  rows: [
    { term: 3, payer: "consumer", feeBps: 230 },
    { term: 3, payer: "merchant", feeBps: 180 },
    { term: 3, payer: "platform", feeBps: 180 },
    { term: 6, payer: "consumer", feeBps: 450 },
    { term: 6, payer: "merchant", feeBps: 450 },
    { term: 6, payer: "platform", feeBps: 450 },
    { term: 12, payer: "consumer", feeBps: 750 },
    { term: 12, payer: "merchant", feeBps: 750 },
    { term: 12, payer: "platform", feeBps: 750 },
  ],
};

/** The sample card, published by the platform's administrator; left alone where the channel has a card. */
export async function seedRateCards(): Promise<void> {
  const { id: userId, name } = PEOPLE.admin;
  const ctx = await enterPlatform({ userId, name, locale: null, theme: null }, { clock: movableClock(PUBLISHED_AT) });
  const { rows } = await listRateCards(ctx, { channel: DEFAULT_CHANNEL, limit: 1 });
  if (rows.length === 0) await publishRateCard(ctx, SAMPLE_CARD);
}
