import { useTranslations } from "next-intl";
import { formatFen } from "@/lib/money/fen";
import type { ProductRow } from "@/lib/catalog/product";

/** The cash price over the SKUs, and the installment price where it is another. */
export function PriceSpan({ product }: { product: Pick<ProductRow, "cashPriceFen" | "installmentPriceFen"> }) {
  const t = useTranslations("products");
  const { cashPriceFen: cash, installmentPriceFen: installment } = product;
  const words = ({ from, to }: typeof cash) => (from === to ? formatFen(from) : t("priceSpan", { from: formatFen(from), to: formatFen(to) }));
  const differs = cash.from !== installment.from || cash.to !== installment.to;
  return (
    <span className="tabular">
      <span className="block whitespace-nowrap">{words(cash)}</span>
      {differs ? <span className="block text-[0.8125rem] whitespace-nowrap text-warning-text">{t("installmentDiffers", { price: words(installment) })}</span> : null}
    </span>
  );
}
