import { requirePermission } from "@/lib/access/require-permission";
import type { ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { listOfferSkus } from "./offer-skus";
import { recommendOffer, type Recommendation, type ShopToRecommendFor } from "./recommend-offer";
import { listTemplatesInForce } from "./templates";

/** The recommended first offer for the shop as it is now; null where no rate card is in force. */
export async function getRecommendation(ctx: ShopContext, nameFor: ShopToRecommendFor["nameFor"]): Promise<Recommendation | null> {
  requirePermission(ctx, "offer:view");
  return inRead(ctx, async (ctx) => {
    const market = await getMarketFacts(ctx);
    const templates = await listTemplatesInForce(ctx);
    const { skus } = await listOfferSkus(ctx, { kind: "all" });
    return recommendOffer({ market, templates, skus, now: ctx.clock.now(), nameFor });
  });
}
