import type { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { findOpenSubmission, lockCopy } from "./copy-record";
import { copyIdInput } from "./schema";

/** Puts a text away that is neither live nor under review; its history stays. Once more changes nothing. */
export async function archiveCopy(ctx: ShopContext, input: z.input<typeof copyIdInput>): Promise<void> {
  requirePermission(ctx, "copy:edit");
  const { copyId } = copyIdInput.parse(input);
  await inTransaction(ctx, async (ctx) => {
    const copy = await lockCopy(ctx, copyId);
    if (copy.archivedAt) return;
    if (copy.liveSubmissionId) throw new DomainError("wrong_state", { params: { what: "copy", state: "live" } });
    if (await findOpenSubmission(ctx, copyId)) throw new DomainError("wrong_state", { params: { what: "copy", state: "under-review" } });
    await ctx.tx.copy.updateMany({ where: { id: copyId, shopId: ctx.shopId }, data: { archivedAt: ctx.clock.now(), changedAt: ctx.clock.now() } });
    await recordAudit(ctx, "copy.archived", `copy:${copyId}`);
  });
}
