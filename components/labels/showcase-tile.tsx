import { GoodsLabel } from "./goods-label";
import { GoodsPrice } from "./goods-price";
import { GoodsWords } from "./goods-words";
import { ProductPicture } from "./product-picture";
import type { StoreGoods } from "@/lib/storefront/store-goods";

/** One of two columns of a showcase: the narrowest place, so the sub-line may take two rows. */
export function ShowcaseTile({ goods, isLink }: { goods: StoreGoods; isLink?: boolean }) {
  return (
    <article className="flex min-w-0 flex-col overflow-hidden rounded-lg border border-line bg-surface text-ink">
      <ProductPicture title={goods.title} className="aspect-square w-full rounded-none text-4xl" />
      <div className="flex flex-1 flex-col gap-1 p-2">
        <h3 className="line-clamp-2 min-h-10 text-sm leading-5">{goods.title}</h3>
        <GoodsWords goods={goods} />
        <GoodsPrice goods={goods} />
        <div className="mt-auto">
          <GoodsLabel goods={goods} rows={2} isLink={isLink} />
        </div>
      </div>
    </article>
  );
}
