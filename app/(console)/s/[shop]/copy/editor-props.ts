import type { ShopContext } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";
import { listOffers } from "@/lib/offers/queries";
import { ruleSetInForce } from "@/lib/review/rule-sets";
import { createCopyAction, readFactsAction, saveCopyAction, searchProductsAction, submitCopyAction } from "./actions";

const OFFERS_OFFERED_MAX = 50;
/** What shoppers see now comes first. */
const STATES_OFFERED = ["live", "scheduled", "paused"] as const;

/** What the editor needs besides the text itself. */
export async function editorProps(ctx: ShopContext) {
  const now = ctx.clock.now();
  const { rows } = await listOffers(ctx, { limit: OFFERS_OFFERED_MAX });
  const { number, sha256 } = await ruleSetInForce(ctx, now);
  return {
    shopPath: `/s/${ctx.shopId}`,
    picturesPath: `/api/v1/shops/${ctx.shopId}/copy-pictures`,
    newCopyId: newId("cpy", now),
    offers: STATES_OFFERED.flatMap((state) => rows.filter((row) => row.state === state)).map(({ offerId, content }) => ({ value: offerId, label: content.name })),
    rulesSha256: number === 0 ? null : sha256,
    search: searchProductsAction.bind(null, ctx.shopId),
    readFacts: readFactsAction.bind(null, ctx.shopId),
    create: createCopyAction.bind(null, ctx.shopId),
    save: saveCopyAction.bind(null, ctx.shopId),
    submit: submitCopyAction.bind(null, ctx.shopId),
  };
}
