import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { findOpenSubmission, lockCopy, refuseArchived, refuseStaleCopy } from "./copy-record";
import { expectOffer } from "./expect-offer";
import { keepPicture } from "./keep-picture";
import { fingerprintOf } from "./rule-sets";
import { saveCopyInput, type SaveCopyInput } from "./schema";

/** Keeps changed words as a new version. What is live stays as it was approved; what is under review has to be withdrawn first. */
export async function saveCopy(ctx: ShopContext, input: SaveCopyInput): Promise<{ version: number }> {
  requirePermission(ctx, "copy:edit");
  const { copyId, expectedVersion, offerId, text, pictureId: wantedPicture } = saveCopyInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, copyId);
    refuseArchived(copy);
    await refuseStaleCopy(ctx, copy, expectedVersion);
    if (await findOpenSubmission(ctx, copyId)) throw new DomainError("wrong_state", { params: { what: "copy", state: "under-review" } });
    await expectOffer(ctx, offerId);
    const before = await ctx.tx.copyVersion.findUniqueOrThrow({ where: { copyId_version: { copyId, version: copy.version } } });
    const pictureId = wantedPicture === undefined ? before.pictureId : wantedPicture;
    await keepPicture(ctx, pictureId, copy.kind);
    if (before.text === text && copy.offerId === offerId && before.pictureId === pictureId) return { version: copy.version };
    const now = ctx.clock.now();
    const version = copy.version + 1;
    await ctx.tx.copyVersion.create({ data: { copyId, version, shopId: ctx.shopId, text, textSha256: fingerprintOf(text), pictureId, createdBy: ctx.actor.id ?? ctx.actor.name, createdAt: now } });
    await ctx.tx.copy.updateMany({ where: { id: copyId, shopId: ctx.shopId, version: expectedVersion }, data: { version, offerId, changedAt: now } });
    await recordAudit(ctx, "copy.saved", `copy:${copyId}`, { before: { text: before.text, offerId: copy.offerId, ...(before.pictureId && { pictureId: before.pictureId }) }, after: { text, offerId, version, ...(pictureId && { pictureId }) } });
    return { version };
  });
}
