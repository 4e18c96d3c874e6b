import Link from "next/link";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { formatFen } from "@/lib/money/fen";
import type { StoreGoods } from "@/lib/storefront/store-goods";

/** The SKUs of a product as links to the same page with one chosen. */
export function SkuLinks({ goods: { skus, chosenSkuId, productId }, path }: { goods: StoreGoods; path: string }) {
  const t = useTranslations("store");
  if (skus.length < 2) return null;
  return (
    <nav aria-label={t("skus")} className="flex flex-wrap gap-1.5">
      {skus.map(({ skuId, name, cashPriceFen, inStock }) => (
        <Link
          key={skuId}
          href={`${path}?product=${encodeURIComponent(productId)}&sku=${encodeURIComponent(skuId)}`}
          aria-current={skuId === chosenSkuId ? "true" : undefined}
          className={cn("flex min-h-8 items-center gap-1.5 rounded-md border bg-surface px-2.5 text-[0.8125rem]", skuId === chosenSkuId ? "border-accent text-accent-text" : "border-line-strong hover:bg-hover")}
        >
          {name} <span className="tabular">{formatFen(cashPriceFen)}</span>
          {inStock ? null : <span className="text-ink-muted">{t("outOfStock")}</span>}
        </Link>
      ))}
    </nav>
  );
}
