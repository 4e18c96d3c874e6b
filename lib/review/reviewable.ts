import type { InTx, PlatformContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";

export const LEASE_MINUTES = 15;

/** Shops that the person belongs to: their words are for others to review. */
export async function ownShopIds(ctx: InTx<PlatformContext>): Promise<string[]> {
  const rows = await ctx.tx.membership.findMany({ where: { userId: ctx.actor.id ?? "", shopId: { not: null } }, select: { shopId: true }, distinct: ["shopId"] });
  return rows.flatMap(({ shopId }) => shopId ?? []);
}

/** A submission with its row locked, for a person who may decide on it: not of an own shop, not in another's hands. */
export async function lockSubmission(ctx: InTx<PlatformContext>, submissionId: string) {
  const [row] = await ctx.tx.$queryRaw<{ id: string }[]>`SELECT id FROM copy_submission WHERE id = ${submissionId} FOR UPDATE`;
  if (!row) throw notFound("submission");
  const submission = await ctx.tx.copySubmission.findUniqueOrThrow({ where: { id: submissionId } });
  if ((await ownShopIds(ctx)).includes(submission.shopId)) throw new DomainError("review_refused", { params: { reason: "own-shop" } });
  const { claimedBy, claimedUntil } = submission;
  if (claimedBy !== null && claimedBy !== ctx.actor.id && claimedUntil !== null && claimedUntil > ctx.clock.now()) throw new DomainError("review_refused", { params: { reason: "claimed-by-other" } });
  return submission;
}

export type LockedSubmission = Awaited<ReturnType<typeof lockSubmission>>;
