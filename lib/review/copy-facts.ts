import { factsOfQuote, type QuoteFacts } from "@/lib/copy-check/quote-facts";
import { addDays, type CalendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { loadLabelProducts } from "@/lib/labels/load-label-products";
import { loadShopFacts } from "@/lib/labels/load-shop-facts";
import type { LabelProduct } from "@/lib/labels/resolve-product";
import { quoteTerm } from "@/lib/labels/resolve-sku";
import { standingAt, type Standing } from "@/lib/labels/shop-facts";
import type { ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import { fingerprintOf } from "./rule-sets";

/** What the numbers and the hurry of a text are compared with, at one instant. */
export interface CopyFacts {
  product: { id: string; title: string };
  /** the revision in effect; null where the text names no offer, or the offer shows nothing now */
  offer: { id: string; revision: number; name: string; state: string } | null;
  /** Shanghai dates, `to` the last day */
  window: { from: CalendarDate; to: CalendarDate } | null;
  /** one per term and distinct price; none where no quote holds */
  quotes: QuoteFacts[];
}

const PRICES_MAX = 20;

/** The facts of one product under one offer as they stand now. */
export async function getCopyFacts(ctx: ShopContext, { productId, offerId }: { productId: string; offerId: string | null }): Promise<CopyFacts> {
  return inRead(ctx, async (ctx) => {
    const [product] = await loadLabelProducts(ctx, [productId]);
    if (!product) throw notFound("product");
    if (offerId === null) return factsAt(null, product, null);
    return factsAt(standingAt(await loadShopFacts(ctx), ctx.clock.now()), product, offerId);
  });
}

/** The same from facts that were loaded once for many texts. */
export function factsAt(standing: Standing | null, product: LabelProduct, offerId: string | null): CopyFacts {
  const none: CopyFacts = { product: { id: product.productId, title: product.title }, offer: null, window: null, quotes: [] };
  const offer = standing?.offers.find((candidate) => candidate.offerId === offerId);
  if (!standing || !offer) return none;
  const { content } = offer.revision;
  const isShown = offer.state === "live" || offer.state === "scheduled";
  return {
    ...none,
    offer: { id: offer.offerId, revision: offer.revision.revision, name: content.name, state: offer.state },
    window: { from: shanghaiDateOf(new Date(content.window.from)), to: lastDayOf(new Date(content.window.to)) },
    quotes: isShown ? quotesOf(standing, product, offer) : [],
  };
}

/** An offer's window ends before its last instant: one that ends at midnight has the day before as its last. */
function lastDayOf(exclusive: Date): CalendarDate {
  const date = shanghaiDateOf(exclusive);
  return shanghaiDateOf(new Date(exclusive.getTime() - 1)) < date ? addDays(date, -1) : date;
}

function quotesOf(standing: Standing, product: LabelProduct, offer: Standing["offers"][number]): QuoteFacts[] {
  const quotes: QuoteFacts[] = [];
  const seen = new Set<string>();
  for (const sku of product.skus) {
    const key = `${sku.cashPriceFen} ${sku.installmentPriceFen}`;
    if (!sku.inStock || seen.has(key) || seen.size >= PRICES_MAX) continue;
    seen.add(key);
    for (const term of offer.revision.content.terms) {
      const { productId, category, contentTags } = product;
      const evaluation = quoteTerm(standing, offer, term, { ...sku, productId, category, contentTags, costPriceFen: null });
      if (evaluation.ok) quotes.push(factsOfQuote(evaluation.quote));
    }
  }
  return quotes;
}

/** Of what an approval binds. The compounded rate moves with the day of the order, so it is judged each time and not bound. */
export function fingerprintOfFacts({ offer, window, quotes }: CopyFacts): string {
  return fingerprintOf({ offer: offer && offer.id, window, quotes: quotes.map(({ effectivePercent: _daily, ...bound }) => bound) });
}
