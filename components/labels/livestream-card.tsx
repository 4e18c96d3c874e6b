import { useTranslations } from "next-intl";
import { GoodsLabel } from "./goods-label";
import { GoodsPrice } from "./goods-price";
import { GoodsWords } from "./goods-words";
import { ProductPicture } from "./product-picture";
import type { StoreGoods } from "@/lib/storefront/store-goods";

/** The card that lies over a livestream while the host presents the product. */
export function LivestreamCard({ goods, isLink }: { goods: StoreGoods; isLink?: boolean }) {
  const t = useTranslations("store");
  return (
    <article className="rounded-lg border border-line bg-surface p-2.5 text-ink shadow-popover">
      <div className="flex gap-2.5">
        <ProductPicture title={goods.title} className="size-[4.5rem]" />
        <div className="flex min-w-0 flex-1 flex-col">
          <p className="text-xs text-ink-muted">{t("explaining")}</p>
          <h3 className="line-clamp-2 text-sm leading-5 font-medium">{goods.title}</h3>
          <GoodsPrice goods={goods} className="mt-auto text-base" />
        </div>
      </div>
      <GoodsWords goods={goods} className="mt-2" />
      <div className="mt-2">
        <GoodsLabel goods={goods} isLink={isLink} />
      </div>
    </article>
  );
}

/** The moving picture behind the card, drawn. */
export function LivestreamScene({ shopName }: { shopName: string }) {
  const t = useTranslations("store");
  return (
    <div className="flex min-h-0 flex-1 flex-col justify-between bg-linear-to-b from-[#2b3040] via-[#3a3348] to-[#1b1d26] p-4 pt-6 text-white">
      <p className="flex items-center gap-2 text-[0.8125rem]">
        <span className="rounded-sm bg-[#c9253a] px-1.5 py-0.5 text-xs font-medium">{t("liveBadge")}</span>
        {shopName}
      </p>
      <p className="text-xs text-white/80">{t("liveNote")}</p>
    </div>
  );
}
