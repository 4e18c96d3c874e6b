import { formatPercent, ppmToPercent, toPpm } from "@/lib/apr/format-percent";
import { nominalRate } from "@/lib/apr/nominal-rate";
import { fen, type Fen } from "@/lib/money/fen";
import { type AprFigure, type FeeSplit, type ResolvedPrices } from "@/lib/quote/quote-result";
import { type RateCard } from "@/lib/quote/schema";
import { type SchedulePart } from "@/lib/schedule/build-schedule";

export type DisclosedCost = {
  item: "installment-fee" | "cash-discount-forgone" | "upfront-fee" | "add-ons";
  amountFen: Fen;
  /** The nominal rate a year this cost makes if it were the only one. */
  annualizedPpm: number;
  annualizedPercent: string;
  charged: "each-installment" | "in-the-price" | "on-the-order-day";
  chargedBy: "lender" | "merchant";
};

/** The fields of the 综合融资成本明示表 as data; the surface that shows it words them. */
export type Disclosure = {
  principalFen: Fen;
  costs: DisclosedCost[];
  totalCostFen: Fen;
  /** Parts of the installment fee that somebody else bears for the shopper. */
  borneByMerchantFen: Fen;
  borneByPlatformFen: Fen;
  nominalPercent: string;
  effectivePercent: string;
  lender: { name: string; shortName: string; type: RateCard["lenderType"] };
  overdue: { dailyRatePpm: number; dailyPercent: string };
  earlyPayoffRule: RateCard["earlyPayoffRule"];
  feeRefundRule: RateCard["feeRefundRule"];
  /** 除已明示外不再收取: the shopper is charged nothing that is not listed. */
  nothingElseCharged: true;
};

type Disclosed = {
  prices: ResolvedPrices;
  fee: FeeSplit;
  parts: readonly SchedulePart[];
  rateCard: RateCard;
  nominalApr: AprFigure<"nominal">;
  effectiveApr: AprFigure<"effective">;
};

/** What must be shown before the shopper confirms. A cash discount that installment buyers do not get is a cost like the others. */
export function disclose({ prices, fee, parts, rateCard, nominalApr, effectiveApr }: Disclosed): Disclosure {
  const { cashPriceFen, installmentPriceFen, financedFen, upfrontFeeFen, addOnsFen } = prices;
  const forgone = fen(Math.max(0, installmentPriceFen - cashPriceFen));
  const isFeeTheOnlyDifference = installmentPriceFen === cashPriceFen && upfrontFeeFen === 0 && addOnsFen === 0;
  const costs = [
    isFeeTheOnlyDifference
      ? cost("installment-fee", fee.consumerFen, nominalApr.ppm, nominalApr.percent)
      : costByRate("installment-fee", fee.consumerFen, nominalRate(financedFen, parts.map((part) => part.paymentFen))),
  ];
  const principals = isFeeTheOnlyDifference ? [] : parts.map((part) => part.principalFen);
  if (forgone > 0) costs.push(costByRate("cash-discount-forgone", forgone, nominalRate(financedFen - forgone, principals)));
  if (upfrontFeeFen > 0) costs.push(costByRate("upfront-fee", upfrontFeeFen, nominalRate(financedFen - upfrontFeeFen, principals)));
  if (addOnsFen > 0) costs.push(costByRate("add-ons", addOnsFen, nominalRate(financedFen - addOnsFen, principals)));
  return {
    principalFen: financedFen,
    costs,
    totalCostFen: fen(fee.consumerFen + forgone + upfrontFeeFen + addOnsFen),
    borneByMerchantFen: fee.merchantFen,
    borneByPlatformFen: fee.platformFen,
    nominalPercent: nominalApr.percent,
    effectivePercent: effectiveApr.percent,
    lender: { name: rateCard.lenderName, shortName: rateCard.lenderShortName, type: rateCard.lenderType },
    overdue: { dailyRatePpm: rateCard.overdueDailyRatePpm, dailyPercent: ppmToPercent(rateCard.overdueDailyRatePpm) },
    earlyPayoffRule: rateCard.earlyPayoffRule,
    feeRefundRule: rateCard.feeRefundRule,
    nothingElseCharged: true,
  };
}

const CHARGES: Record<DisclosedCost["item"], Pick<DisclosedCost, "charged" | "chargedBy">> = {
  "installment-fee": { charged: "each-installment", chargedBy: "lender" },
  "cash-discount-forgone": { charged: "in-the-price", chargedBy: "merchant" },
  "upfront-fee": { charged: "on-the-order-day", chargedBy: "lender" },
  "add-ons": { charged: "on-the-order-day", chargedBy: "merchant" },
};

function costByRate(item: DisclosedCost["item"], amountFen: Fen, rate: number): DisclosedCost {
  return cost(item, amountFen, toPpm(rate), formatPercent(rate));
}

function cost(item: DisclosedCost["item"], amountFen: Fen, annualizedPpm: number, annualizedPercent: string): DisclosedCost {
  const { charged, chargedBy } = CHARGES[item];
  return { item, amountFen, annualizedPpm, annualizedPercent, charged, chargedBy };
}
