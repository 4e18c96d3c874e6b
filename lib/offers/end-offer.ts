import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { endOfferInput } from "./schema";
import { switchOffer } from "./switch-offer";

/** Ends an offer for good, or discards a draft that was never published. */
export async function endOffer(ctx: ShopContext, input: z.input<typeof endOfferInput>): Promise<void> {
  requirePermission(ctx, "offer:publish");
  const { offerId, reason } = endOfferInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const { standing, revision } = await switchOffer(ctx, { offerId, kind: "ended", reason: reason, expecting: ["draft", "scheduled", "live", "paused"] });
    await recordAudit(ctx, "offer.ended", `offer:${offerId}`, { before: standing.state, revision, reason });
  });
}
