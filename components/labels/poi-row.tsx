import { GoodsLabel } from "./goods-label";
import { GoodsPrice } from "./goods-price";
import { GoodsWords } from "./goods-words";
import { ProductPicture } from "./product-picture";
import type { StoreGoods } from "@/lib/storefront/store-goods";

/** A product on the page of a physical store. */
export function PoiRow({ goods, isLink }: { goods: StoreGoods; isLink?: boolean }) {
  return (
    <article className="flex gap-3 border-b border-line bg-surface p-3 text-ink last:border-b-0">
      <ProductPicture title={goods.title} className="size-16" />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <h3 className="line-clamp-2 text-sm leading-5 font-medium">{goods.title}</h3>
        <GoodsWords goods={goods} />
        <GoodsPrice goods={goods} />
        <GoodsLabel goods={goods} isLink={isLink} />
      </div>
    </article>
  );
}
