import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { LabelTemplate } from "@/lib/label-text/template";
import { fen, type Fen } from "@/lib/money/fen";
import type { DateWindow, RateCard } from "@/lib/quote/schema";
import { cardInForce } from "@/lib/rate-cards/card-in-force";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";
import { budgetReach, budgetStanding, type BudgetReach } from "./budget";
import { checkOfferTerms, referencePrice, type Findings } from "./check-offer-terms";
import { checkProducts } from "./check-products";
import { targets } from "./evaluate-offer";
import { judgeSku, type JudgedSku, type UnlabelledSku } from "./judge-sku";
import type { ExampleProduct, OfferSku } from "./offer-sku";
import { remainingOrderDates } from "./order-dates";
import { priceOutcomes, type PriceOutcomes } from "./price-outcomes";
import type { OfferContent } from "./schema";
import { reportTerms, type TermReport } from "./term-report";

export interface OfferSituation {
  content: OfferContent;
  market: MarketFacts;
  /** the templates in force, by code */
  templates: ReadonlyMap<string, LabelTemplate>;
  now: Date;
  /** of the offer's budget, so far */
  usedFen: Fen;
  /** the shop's SKUs, removed ones left out; those that the offer does not target are passed over */
  skus: readonly OfferSku[];
  /** true where the shop has more than these */
  isSample: boolean;
  /** the SKU to show figures for; else the middle one by price */
  exampleSkuId?: string;
}

export interface OfferJudgement extends Findings {
  dates: DateWindow;
  card: RateCard | null;
  example: ExampleProduct;
  terms: TermReport[];
  targetedCount: number;
  /** SKUs that get the label at every chosen placement */
  labelledCount: number;
  unlabelled: UnlabelledSku[];
  /** merchant-borne fee of one order over all targeted SKUs and terms; null where the merchant bears none */
  orderFees: { cheapestFen: Fen; costliestFen: Fen } | null;
  reach: BudgetReach | null;
}

/**
 * Everything that can be said of an offer before it is published: what refuses it, what to know, its figures, who gets no label.
 * Many products take long: judgeOfferInSlices works the outcomes out beforehand and hands them in.
 */
export function judgeOffer(situation: OfferSituation, outcomesAt: PriceOutcomes = outcomesOf(situation)): OfferJudgement {
  const { content, market, templates, now, usedFen } = situation;
  const dates = datesOf(situation);
  const card = cardInForce(market.rateCards, content.channel, dates.from);
  const terms = checkOfferTerms({ content, dates, now, card, templates, outcomesAt, policies: market.policies });

  const judged = situation.skus.filter((sku) => targets(content.target, sku)).map((sku) => judgeSku(sku, outcomesAt(sku), content, templates, usedFen));
  const orderFees = feesOfOneOrder(judged);
  const products = checkProducts({ content, judged, orderFees, usedFen, isSample: situation.isSample, policies: market.policies, alreadyRefused: terms.refusals });
  const example = pickExample(judged, situation.exampleSkuId, referencePrice(content, card));
  const unlabelled = judged.filter(({ misses }) => misses.length > 0);

  return {
    refusals: [...terms.refusals, ...products.refusals],
    warnings: [...terms.warnings, ...products.warnings],
    dates,
    card,
    example,
    terms: reportTerms({ content, market, dates, example, judged, outcomes: outcomesAt(example) }),
    targetedCount: judged.length,
    labelledCount: judged.length - unlabelled.length,
    unlabelled: unlabelled.map(({ sku: { productId, skuId, title, skuName }, misses }) => ({ productId, skuId, title, skuName, misses })),
    orderFees,
    reach: budgetReach(budgetStanding(content, usedFen).remainingFen, orderFees),
  };
}

export function outcomesOf(situation: OfferSituation): PriceOutcomes {
  const { content, market, templates } = situation;
  return priceOutcomes(content, market, templates, datesOf(situation));
}

const datesOf = ({ content, now }: OfferSituation): DateWindow => remainingOrderDates(content.window, shanghaiDateOf(now));

function feesOfOneOrder(judged: readonly JudgedSku[]): OfferJudgement["orderFees"] {
  let cheapest: Fen | null = null;
  let costliest = fen(0);
  for (const { outcomes } of judged) {
    for (const { evaluation } of outcomes) {
      if (!evaluation.ok) continue;
      const { merchantFen } = evaluation.quote.fee;
      if (cheapest === null || merchantFen < cheapest) cheapest = merchantFen;
      if (merchantFen > costliest) costliest = merchantFen;
    }
  }
  return cheapest === null || costliest === 0 ? null : { cheapestFen: cheapest, costliestFen: costliest };
}

/** The middle one by price of those that get the label, so that the figures are those of an ordinary product. */
function pickExample(judged: readonly JudgedSku[], wanted: string | undefined, reference: Fen): ExampleProduct {
  const labelled = judged.filter(({ misses }) => misses.length === 0);
  const inRange = judged.filter(({ outcomes }) => outcomes.some(({ evaluation }) => evaluation.ok));
  const pool = labelled.length > 0 ? labelled : inRange.length > 0 ? inRange : judged;
  const byPrice = [...pool].sort((a, b) => a.sku.installmentPriceFen - b.sku.installmentPriceFen || (a.sku.skuId < b.sku.skuId ? -1 : 1));
  const found = (wanted === undefined ? undefined : judged.find(({ sku }) => sku.skuId === wanted)) ?? byPrice[Math.floor((byPrice.length - 1) / 2)];
  if (!found) return { product: null, cashPriceFen: reference, installmentPriceFen: reference, costPriceFen: null };
  const { productId, skuId, title, skuName, cashPriceFen, installmentPriceFen, costPriceFen } = found.sku;
  return { product: { productId, skuId, title, skuName }, cashPriceFen, installmentPriceFen, costPriceFen };
}
