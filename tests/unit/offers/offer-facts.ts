import { calendarDate } from "@/lib/calendar/calendar-date";
import type { LabelTemplate } from "@/lib/label-text/template";
import { fen } from "@/lib/money/fen";
import type { OfferSku } from "@/lib/offers/offer-sku";
import type { OfferContent } from "@/lib/offers/schema";
import type { RateCard } from "@/lib/quote/schema";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";

export const NOW = new Date("2026-11-10T02:00:00.000Z");

export const CARD: RateCard = {
  id: "card_1",
  channel: "douyin-monthly-pay",
  version: 1,
  name: "样例",
  lenderName: "样例消费金融",
  lenderShortName: "样例",
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
  source: "test",
  isSample: true,
  rows: ([[3, 230, 180], [6, 450, 450], [12, 750, 750]] as const).flatMap(([term, consumer, merchant]) => [
    { term, payer: "consumer" as const, feeBps: consumer },
    { term, payer: "merchant" as const, feeBps: merchant },
  ]),
};

export const MARKET: MarketFacts = {
  rateCards: [CARD],
  policies: [
    { id: "hard24", code: "hard24", version: 1, nameZh: "24%", nameEn: "24 %", kind: "hard", measure: "nominal", lenderTypes: ["consumer-finance"], formula: { kind: "fixed", ceilingPpm: 240_000 }, fromDate: calendarDate("2025-10-01"), untilDate: null, source: "test" },
    { id: "lpr4", code: "lpr4", version: 1, nameZh: "4LPR", nameEn: "4 LPR", kind: "watch", measure: "nominal", lenderTypes: ["consumer-finance"], formula: { kind: "lpr-multiple", multiple: 4 }, fromDate: calendarDate("2026-01-01"), untilDate: null, source: "test" },
  ],
  lprRates: [{ fromDate: calendarDate("2025-05-20"), oneYearPpm: 30_000, source: "test" }],
};

const SUB_LINE = "消费信贷|{lender}|{payer}|年化{apr}|逾期计费";
const template = (code: string, kind: LabelTemplate["kind"], placements: LabelTemplate["placements"], mainLine: string): [string, LabelTemplate] => [code, { code, version: 1, kind, placements, mainLine, subLine: SUB_LINE }];
export const TEMPLATES = new Map<string, LabelTemplate>([
  template("zero-interest", "zero-interest", ["LIVESTREAM", "SHOWCASE", "POI"], "{term}期0息"),
  template("per-period", "per-period", ["SHOWCASE", "POI"], "每期{perPeriod} 共{term}期 年化{apr}"),
  template("per-period-short", "per-period", ["LIVESTREAM", "SHOWCASE", "POI"], "{perPeriod}x{term}期 年化{apr}"),
  template("apr", "apr", ["LIVESTREAM", "SHOWCASE", "POI"], "{term}期 年化{apr}"),
]);

export const BY_MERCHANT = { consumerBps: 0, merchantBps: 10_000, platformBps: 0 };
export const BY_CONSUMER = { consumerBps: 10_000, merchantBps: 0, platformBps: 0 };

export const offer = (changes: Partial<OfferContent> = {}): OfferContent => ({
  name: "3期0息",
  channel: "douyin-monthly-pay",
  terms: [3],
  funding: BY_MERCHANT,
  window: { from: "2026-11-10T00:00:00+08:00", to: "2026-12-10T00:00:00+08:00" },
  minAmountFen: 1_000,
  maxAmountFen: 5_000_000,
  budgetFen: 1_000_000,
  warnAtBps: 8_000,
  target: { kind: "all" },
  placements: ["LIVESTREAM", "SHOWCASE", "POI"],
  priority: 100,
  templates: { LIVESTREAM: "zero-interest", SHOWCASE: "zero-interest", POI: "zero-interest" },
  ...changes,
});

export const sku = (id: string, cashPriceFen: number, changes: Partial<OfferSku> = {}): OfferSku => ({
  productId: `p${id}`,
  skuId: `s${id}`,
  title: `商品${id}`,
  skuName: "",
  category: "茶杯",
  contentTags: ["手作"],
  cashPriceFen: fen(cashPriceFen),
  installmentPriceFen: fen(cashPriceFen),
  costPriceFen: null,
  inStock: true,
  ...changes,
});
