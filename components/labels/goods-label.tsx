import { useTranslations } from "next-intl";
import { LabelBadge } from "./label-badge";
import type { StoreGoods } from "@/lib/storefront/store-goods";

/** The label of a product, or the few words that a shopper needs where there is none. */
export function GoodsLabel({ goods, rows, isLink = true }: { goods: StoreGoods; rows?: 1 | 2; isLink?: boolean }) {
  const t = useTranslations("store");
  const { label, reason, title } = goods;
  const instead = reason === "sku-required" ? t("chooseSku") : reason === "updating" ? t("updating") : null;
  return <LabelBadge words={label} rows={rows} instead={instead} disclosure={label && isLink ? { href: label.disclosureUrl, label: t("disclosureOf", { title }) } : undefined} />;
}
