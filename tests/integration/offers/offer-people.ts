import type { z } from "zod";
import { asSystem, enterShop } from "@/lib/access/gates";
import { createProduct } from "@/lib/catalog/create-product";
import type { Clock } from "@/lib/platform/clock";
import { createOffer } from "@/lib/offers/create-offer";
import { publishOffer } from "@/lib/offers/publish-offer";
import type { offerContentSchema } from "@/lib/offers/schema";
import type { ShopContext } from "@/lib/platform/context";
import { PEOPLE, SHOPS, type PersonName } from "@/prisma/seed/cast";
import { seedCast } from "@/prisma/seed/seed-cast";
import { seedRateCards } from "@/prisma/seed/seed-rate-cards";
import { asOwner } from "../../setup/as-owner";

export const WINDOW = { from: "2026-11-10T00:00:00+08:00", to: "2026-12-10T00:00:00+08:00" };

type Content = z.input<typeof offerContentSchema>;

export const zeroInterest = (changes: Partial<Content> = {}): Content => ({
  name: "3期0息",
  channel: "douyin-monthly-pay",
  terms: [3],
  funding: { consumerBps: 0, merchantBps: 10_000, platformBps: 0 },
  window: WINDOW,
  minAmountFen: 1_000,
  maxAmountFen: 5_000_000,
  budgetFen: 100_000,
  warnAtBps: 8_000,
  target: { kind: "all" },
  placements: ["LIVESTREAM", "SHOWCASE", "POI"],
  priority: 100,
  templates: { LIVESTREAM: "zero-interest", SHOWCASE: "zero-interest", POI: "zero-interest" },
  ...changes,
});

/** The cast at one clock, with a card, and two products in the tea shop. */
export async function openShopWithProducts(clock: Clock) {
  await seedCast(asSystem());
  await seedRateCards();
  const enter = (name: PersonName, shop: keyof typeof SHOPS) => enterShop({ userId: PEOPLE[name].id, name: PEOPLE[name].name, locale: null, theme: null }, SHOPS[shop].id, { clock });
  const people = { owner: await enter("owner", "tea"), operator: await enter("operator", "tea"), finance: await enter("finance", "tea"), viewer: await enter("viewer", "tea"), stranger: await enter("stranger", "other"), ownerOfEmpty: await enter("owner", "empty") };
  const sku = (cashPriceFen: number, costPriceFen: number | null) => [{ code: "default", name: "", cashPriceFen, installmentPriceFen: cashPriceFen, listPriceFen: null, costPriceFen, inStock: true }];
  const cup = await createProduct(people.owner, { externalId: "cup", title: "青瓷主人杯", category: "茶杯", contentTags: ["手作"], skus: sku(100_000, 60_000) });
  const pot = await createProduct(people.owner, { externalId: "pot", title: "紫砂壶", category: "茶壶", contentTags: ["礼盒"], skus: sku(200_000, null) });
  return { ...people, cup, pot };
}

export async function publishNew(ctx: ShopContext, changes: Partial<Content> = {}): Promise<string> {
  const { offerId } = await createOffer(ctx, { content: zeroInterest(changes) });
  await publishOffer(ctx, { offerId, expectedDraftVersion: 1, expectedRevision: 0 });
  return offerId;
}

export const auditOf = (offerId: string) =>
  asOwner<{ action: string; actor_name: string; detail: Record<string, unknown> }>("SELECT action, actor_name, detail FROM audit_entry WHERE subject = $1 ORDER BY ctid", [`offer:${offerId}`]);

export const noticesOf = (offerId: string) => asOwner<{ kind: string; params: unknown }>("SELECT kind, params FROM notification WHERE subject = $1 ORDER BY ctid", [`offer:${offerId}`]);

export async function changeSeqOf(shopId: string): Promise<number> {
  const [row] = await asOwner<{ change_seq: string }>("SELECT change_seq FROM shop WHERE id = $1", [shopId]);
  return Number(row!.change_seq);
}
