import { calendarDate } from "@/lib/calendar/calendar-date";
import type { LabelProduct, LabelSku } from "@/lib/labels/resolve-product";
import type { OfferFacts, ShopFacts } from "@/lib/labels/shop-facts";
import type { KeptTemplate } from "@/lib/label-text/template-in-force";
import { fen } from "@/lib/money/fen";
import type { OfferContent } from "@/lib/offers/schema";
import type { RateCard } from "@/lib/quote/schema";

export const NOON = new Date("2026-11-22T04:00:00.000Z");
const SUB_LINE = "消费信贷|{lender}|{payer}|年化{apr}|逾期计费";

export const card: RateCard = {
  id: "card-1",
  channel: "douyin-monthly-pay",
  version: 1,
  name: "Sample card",
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
  source: "test",
  isSample: true,
  rows: [3, 6, 12].flatMap((term, index) => [
    { term, payer: "consumer" as const, feeBps: [230, 450, 750][index]! },
    { term, payer: "merchant" as const, feeBps: [180, 450, 750][index]! },
  ]),
};

const template = (code: string, kind: KeptTemplate["kind"], mainLine: string): KeptTemplate => ({
  code,
  version: 1,
  kind,
  placements: ["LIVESTREAM", "SHOWCASE", "POI"],
  mainLine,
  subLine: SUB_LINE,
  status: "approved",
  validFrom: new Date("2026-01-01T00:00:00Z"),
});

export const templates: KeptTemplate[] = [
  template("zero-interest", "zero-interest", "{term}期0息"),
  template("per-period", "per-period", "{perPeriod}x{term}期 年化{apr}"),
  template("apr", "apr", "{term}期 年化{apr}"),
];

export const byMerchant = { consumerBps: 0, merchantBps: 10_000, platformBps: 0 };
export const byConsumer = { consumerBps: 10_000, merchantBps: 0, platformBps: 0 };
export const all = (code: string) => ({ LIVESTREAM: code, SHOWCASE: code, POI: code });

export function content(over: Partial<OfferContent> = {}): OfferContent {
  return {
    name: "3期0息",
    channel: "douyin-monthly-pay",
    terms: [3],
    funding: byMerchant,
    window: { from: "2026-11-01T00:00:00+08:00", to: "2026-12-01T00:00:00+08:00" },
    minAmountFen: 10_000,
    maxAmountFen: 1_000_000,
    budgetFen: 1_000_000,
    warnAtBps: 8_000,
    target: { kind: "all" },
    placements: ["LIVESTREAM", "SHOWCASE", "POI"],
    priority: 100,
    templates: all("zero-interest"),
    ...over,
  };
}

export function offer(offerId: string, over: Partial<OfferContent> = {}, usedFen = 0): OfferFacts {
  return { offerId, revisions: [{ revision: 1, content: content(over), publishedAt: new Date("2026-10-31T00:00:00Z") }], events: [], usedFen: fen(usedFen) };
}

export function facts(offers: OfferFacts[], over: Partial<ShopFacts> = {}): ShopFacts {
  return { offers, stops: [], templates, market: { rateCards: [card], policies: [], lprRates: [] }, ...over };
}

export function sku(code: string, cashPriceFen: number, over: Partial<LabelSku> = {}): LabelSku {
  return { skuId: `sku-${code}`, code, name: code, position: 0, cashPriceFen: fen(cashPriceFen), installmentPriceFen: fen(cashPriceFen), inStock: true, ...over };
}

export function product(skus: LabelSku[], over: Partial<LabelProduct> = {}): LabelProduct {
  return { productId: "prd-1", externalId: "T-1", title: "白瓷盖碗", category: "盖碗", contentTags: ["直播专享"], skus, ...over };
}
