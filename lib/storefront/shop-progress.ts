import { can } from "@/lib/access/require-permission";
import type { OfferState } from "@/lib/offers/offer-state";
import type { ShopContext } from "@/lib/platform/context";

export type SetupStep = "import" | "offer" | "live";

/** The first step that is still open on the way from an empty shop to a label that shows; null where the shop is on its way. */
export function nextSetupStep({ hasProducts, offers, labelled }: { hasProducts: boolean; offers: Record<OfferState, number>; labelled: number }): SetupStep | null {
  if (!hasProducts) return "import";
  const everPublished = offers.scheduled + offers.live + offers.paused + offers.ended;
  if (everPublished === 0) return "offer";
  if (labelled === 0 && offers.live === 0 && offers.scheduled > 0) return "live";
  return null;
}

/** Whether the person may take a step: a viewer is told who can. */
export function mayTake(ctx: ShopContext, step: SetupStep): boolean {
  return step === "import" ? can(ctx, "product:import") : step === "offer" ? can(ctx, "offer:publish") : can(ctx, "label:view");
}
