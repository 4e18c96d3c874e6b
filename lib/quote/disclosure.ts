import { formatPercent, ppmToPercent, toPpm } from "@/lib/apr/format-percent";
import { nominalRate } from "@/lib/apr/nominal-rate";
import { fen, type Fen } from "@/lib/money/fen";
import { type FeeSplit, type ResolvedPrices } from "@/lib/quote/quote-result";
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
  nominal: number;
  effective: number;
};

/** What must be shown before the shopper confirms. A cash discount that installment buyers do not get is a cost like the others. */
export function disclose({ prices, fee, parts, rateCard, nominal, effective }: Disclosed): Disclosure {
  const costs = listCosts(prices, fee.consumerFen);
  const isOnlyCost = costs.length === 1 && prices.installmentPriceFen >= prices.cashPriceFen;
  return {
    principalFen: prices.financedFen,
    costs: costs.map((cost) => {
      const rate = isOnlyCost ? nominal : rateOfCost(cost, prices.financedFen, parts);
      return { ...cost, annualizedPpm: toPpm(rate), annualizedPercent: formatPercent(rate) };
    }),
    totalCostFen: fen(costs.reduce((sum, cost) => sum + cost.amountFen, 0)),
    borneByMerchantFen: fee.merchantFen,
    borneByPlatformFen: fee.platformFen,
    nominalPercent: formatPercent(nominal),
    effectivePercent: formatPercent(effective),
    lender: { name: rateCard.lenderName, shortName: rateCard.lenderShortName, type: rateCard.lenderType },
    overdue: { dailyRatePpm: rateCard.overdueDailyRatePpm, dailyPercent: ppmToPercent(rateCard.overdueDailyRatePpm) },
    earlyPayoffRule: rateCard.earlyPayoffRule,
    feeRefundRule: rateCard.feeRefundRule,
    nothingElseCharged: true,
  };
}

type Cost = Omit<DisclosedCost, "annualizedPpm" | "annualizedPercent">;

function listCosts(prices: ResolvedPrices, consumerFee: Fen): Cost[] {
  const costs: Cost[] = [
    { item: "installment-fee", amountFen: consumerFee, charged: "each-installment", chargedBy: "lender" },
  ];
  const forgone = prices.installmentPriceFen - prices.cashPriceFen;
  if (forgone > 0) {
    costs.push({ item: "cash-discount-forgone", amountFen: fen(forgone), charged: "in-the-price", chargedBy: "merchant" });
  }
  if (prices.upfrontFeeFen > 0) {
    costs.push({ item: "upfront-fee", amountFen: prices.upfrontFeeFen, charged: "on-the-order-day", chargedBy: "lender" });
  }
  if (prices.addOnsFen > 0) {
    costs.push({ item: "add-ons", amountFen: prices.addOnsFen, charged: "on-the-order-day", chargedBy: "merchant" });
  }
  return costs;
}

function rateOfCost(cost: Cost, financed: Fen, parts: readonly SchedulePart[]): number {
  if (cost.amountFen === 0) return 0;
  if (cost.item === "installment-fee") return nominalRate(financed, parts.map((part) => part.paymentFen));
  return nominalRate(financed - cost.amountFen, parts.map((part) => part.principalFen));
}
