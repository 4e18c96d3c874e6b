import { enterPlatform } from "@/lib/access/gates";
import type { PlatformContext, ShopContext } from "@/lib/platform/context";
import { createCopy } from "@/lib/review/create-copy";
import { getSubmission } from "@/lib/review/queue";
import type { DecideInput } from "@/lib/review/schema";
import { decideSubmission } from "@/lib/review/decide-submission";
import { submitCopy } from "@/lib/review/submit-copy";
import { PEOPLE, type PersonName } from "@/prisma/seed/cast";
import { addOffer, addProduct, openLabelShops } from "../labels/label-shop";

/** The demo's shops with one product and one live offer of three free installments, and the people of compliance. */
export async function openReviewShops() {
  const shops = await openLabelShops();
  const { clock, owner } = shops;
  const inReview = (name: PersonName): Promise<PlatformContext> => enterPlatform({ userId: PEOPLE[name].id, name: PEOPLE[name].name, locale: null, theme: null }, { clock });
  const product = await addProduct(owner, "T-1", [{ code: "one", cashPriceFen: 99_900 }]);
  const offerId = await addOffer(owner);
  return { ...shops, product, offerId, reviewer: await inReview("reviewer"), second: await inReview("secondReviewer"), lead: await inReview("lead"), auditor: await inReview("auditor"), admin: await inReview("admin") };
}

export const CLEAN_WORDS = "手作白瓷盖碗，口沿薄，端着不烫手，附收纳布袋。";
export const BLOCKED_WORDS = "全网第一的白瓷盖碗，口沿薄，端着不烫手。";

export async function submitted(ctx: ShopContext, productId: string, text: string, offerId: string | null = null): Promise<{ copyId: string; submissionId: string }> {
  const { copyId } = await createCopy(ctx, { productId, placement: "SHOWCASE", kind: "description", offerId, text });
  const { submissionId } = await submitCopy(ctx, { copyId, expectedVersion: 1 });
  return { copyId, submissionId };
}

export async function decide(ctx: PlatformContext, submissionId: string, decision: Pick<DecideInput, "kind"> & Partial<DecideInput>) {
  const { stateVersion } = await getSubmission(ctx, submissionId);
  return decideSubmission(ctx, { submissionId, expectedStateVersion: stateVersion, reason: "已核对", findings: [], ...decision });
}

export const overruleAll = async (ctx: PlatformContext, submissionId: string): Promise<DecideInput["findings"]> =>
  (await getSubmission(ctx, submissionId)).findings.map((_, finding) => ({ finding, verdict: "overruled" as const, reason: "有第三方检测报告" }));
