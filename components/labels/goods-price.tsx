import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { formatFen } from "@/lib/money/fen";
import type { StoreGoods } from "@/lib/storefront/store-goods";

export function GoodsPrice({ goods: { priceFen, isFromPrice, reason }, className }: { goods: StoreGoods; className?: string }) {
  const t = useTranslations("store");
  return (
    <span className={cn("tabular flex flex-wrap items-baseline gap-x-2 font-semibold text-danger-text", className)}>
      {priceFen === null ? null : isFromPrice ? t("priceFrom", { price: formatFen(priceFen) }) : formatFen(priceFen)}
      {reason === "out-of-stock" ? <span className="text-xs font-normal text-ink-muted">{t("outOfStock")}</span> : null}
    </span>
  );
}
