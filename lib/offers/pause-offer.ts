import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { pauseOfferInput } from "./schema";
import { switchOffer } from "./switch-offer";

/** Takes the offer's labels down until it is resumed. */
export async function pauseOffer(ctx: ShopContext, input: z.input<typeof pauseOfferInput>): Promise<void> {
  requirePermission(ctx, "offer:publish");
  const { offerId, reason } = pauseOfferInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const { standing, revision } = await switchOffer(ctx, { offerId, kind: "paused", reason: reason, expecting: ["scheduled", "live"] });
    await recordAudit(ctx, "offer.paused", `offer:${offerId}`, { before: standing.state, revision, reason });
  });
}
