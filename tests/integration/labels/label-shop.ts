import { asSystem, enterShop } from "@/lib/access/gates";
import { createProduct } from "@/lib/catalog/create-product";
import type { Product } from "@/lib/catalog/product";
import { updateProduct } from "@/lib/catalog/update-product";
import { createOffer } from "@/lib/offers/create-offer";
import { publishOffer } from "@/lib/offers/publish-offer";
import type { OfferContent } from "@/lib/offers/schema";
import { movableClock, type Clock } from "@/lib/platform/clock";
import type { ShopContext } from "@/lib/platform/context";
import { PEOPLE, SHOPS, type PersonName } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";
import { seedRateCards } from "@/prisma/seed/seed-rate-cards";

/** The demo's shops with the sample card, a clock that is moved by hand, and the ways to fill them. */
export async function openLabelShops(start = "2026-11-20T02:00:00.000Z") {
  const clock = movableClock(start);
  await seedCast(asSystem({ clock }));
  await seedRateCards();
  const enter = (name: PersonName, shop: keyof typeof SHOPS) => enterAs(name, shop, clock);
  return { clock, enter, owner: await enter("owner", "tea"), viewer: await enter("viewer", "tea"), stranger: await enter("stranger", "other") };
}

const enterAs = (name: PersonName, shop: keyof typeof SHOPS, clock: Clock): Promise<ShopContext> =>
  enterShop({ userId: PEOPLE[name].id, name: PEOPLE[name].name, locale: null, theme: null }, SHOPS[shop].id, { clock });

export interface TestSku {
  code: string;
  cashPriceFen: number;
  installmentPriceFen?: number;
  inStock?: boolean;
}

const toSku = ({ code, cashPriceFen, installmentPriceFen = cashPriceFen, inStock = true }: TestSku) => ({ code, name: code, cashPriceFen, installmentPriceFen, listPriceFen: null, costPriceFen: null, inStock });

export const addProduct = (ctx: ShopContext, externalId: string, skus: TestSku[], category = "盖碗"): Promise<Product> =>
  createProduct(ctx, { externalId, title: `白瓷盖碗 ${externalId}`, category, contentTags: [], skus: skus.map(toSku) });

export const reprice = (ctx: ShopContext, { id, version, title, category, contentTags }: Product, skus: TestSku[]): Promise<Product> =>
  updateProduct(ctx, { productId: id, version, title, category, contentTags, skus: skus.map(toSku) });

export const offerContent = (over: Partial<OfferContent> = {}): OfferContent => ({
  name: "3期0息",
  channel: "douyin-monthly-pay",
  terms: [3],
  funding: { consumerBps: 0, merchantBps: 10_000, platformBps: 0 },
  window: { from: "2026-11-20T00:00:00+08:00", to: "2026-12-20T00:00:00+08:00" },
  minAmountFen: 10_000,
  maxAmountFen: 1_000_000,
  budgetFen: 1_000_000,
  warnAtBps: 8_000,
  target: { kind: "all" },
  placements: ["LIVESTREAM", "SHOWCASE", "POI"],
  priority: 100,
  templates: { LIVESTREAM: "zero-interest", SHOWCASE: "zero-interest", POI: "zero-interest" },
  ...over,
});

export async function addOffer(ctx: ShopContext, over: Partial<OfferContent> = {}): Promise<string> {
  const { offerId, draftVersion } = await createOffer(ctx, { content: offerContent(over) });
  await publishOffer(ctx, { offerId, expectedDraftVersion: draftVersion, expectedRevision: 0 });
  return offerId;
}
