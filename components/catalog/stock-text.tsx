import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";

export function StockText({ inStock, count }: { inStock: number; count: number }) {
  const t = useTranslations("products.stock");
  const isOut = inStock === 0;
  return <span className={cn("whitespace-nowrap", isOut && "text-warning-text")}>{isOut ? t("out") : inStock === count ? t("in") : t("some", { inStock, count })}</span>;
}
