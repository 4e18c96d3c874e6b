import { fen } from "@/lib/money/fen";
import { type ResolvedPrices } from "@/lib/quote/quote-result";
import { type Prices } from "@/lib/quote/schema";

/** Fills what was left out: the installment price is the cash price, all of it is financed, nothing is added. */
export function resolvePrices(prices: Prices): ResolvedPrices {
  const installmentPriceFen = prices.installmentPriceFen ?? prices.cashPriceFen;
  return {
    cashPriceFen: prices.cashPriceFen,
    installmentPriceFen,
    financedFen: prices.financedFen ?? installmentPriceFen,
    upfrontFeeFen: prices.upfrontFeeFen ?? fen(0),
    addOnsFen: prices.addOnsFen ?? fen(0),
  };
}
