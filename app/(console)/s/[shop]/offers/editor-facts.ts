import { can } from "@/lib/access/require-permission";
import { listCategories, listTags } from "@/lib/catalog/facets";
import { listProductRows } from "@/lib/catalog/queries";
import type { OfferContent } from "@/lib/offers/schema";
import { previewOffer } from "@/lib/offers/preview-offer";
import { listTemplatesInForce } from "@/lib/offers/templates";
import type { ShopContext } from "@/lib/platform/context";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { createOfferAction, publishOfferAction, saveDraftAction, searchProductsAction } from "./actions";

/** What the editor needs besides the offer itself. */
export async function editorFacts(ctx: ShopContext, content: OfferContent, offerId?: string) {
  const { target } = content;
  const [market, templates, categories, tags, picked, preview] = await Promise.all([
    getMarketFacts(ctx),
    listTemplatesInForce(ctx),
    listCategories(ctx),
    listTags(ctx),
    target.kind === "products" ? listProductRows(ctx, target.productIds) : [],
    previewOffer(ctx, { content, offerId }),
  ]);
  const asChoice = ({ value, count }: { value: string; count: number }) => ({ value, label: value, hint: String(count) });
  return {
    shopId: ctx.shopId as string,
    market,
    templates: [...templates.values()],
    choices: { categories: categories.map(asChoice), tags: tags.map(asChoice), products: picked.map(({ id, title, externalId }) => ({ value: id, label: title, hint: externalId })) },
    preview,
    searchProducts: searchProductsAction.bind(null, ctx.shopId),
    now: ctx.clock.now().toISOString(),
    may: { publish: can(ctx, "offer:publish"), seeCost: can(ctx, "cost:view") },
    actions: { create: createOfferAction.bind(null, ctx.shopId), save: saveDraftAction.bind(null, ctx.shopId), publish: publishOfferAction.bind(null, ctx.shopId) },
  };
}
