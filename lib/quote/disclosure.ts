import type { Fen } from "@/lib/money/fen";
import type { RateCard } from "@/lib/quote/schema";

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
