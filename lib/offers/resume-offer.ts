import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { inTransaction } from "@/lib/platform/transaction";
import { resumeOfferInput } from "./schema";
import { switchOffer } from "./switch-offer";

/** Lets a paused offer go on; its window and budget hold as before. */
export async function resumeOffer(ctx: ShopContext, input: z.input<typeof resumeOfferInput>): Promise<void> {
  requirePermission(ctx, "offer:publish");
  const { offerId, reason } = resumeOfferInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const { standing, revision } = await switchOffer(ctx, { offerId, kind: "resumed", reason: reason || null, expecting: ["paused"] });
    await recordAudit(ctx, "offer.resumed", `offer:${offerId}`, { before: standing.state, revision, reason });
  });
}
