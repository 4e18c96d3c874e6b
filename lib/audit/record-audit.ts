import type { Prisma } from "@/generated/prisma/client";
import type { InTx } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";

/** The closed list of deeds; each has a text in messages/<locale>/audit.json. */
export const AUDIT_ACTIONS = [
  "user.preferences-changed",
  "user.password-changed",
  "user.sessions-ended",
  "shop.renamed",
  "product.created",
  "product.updated",
  "product.removed",
  "product.exported",
  "import.uploaded",
  "import.mapped",
  "import.confirmed",
  "import.canceled",
  "import.committed",
  "import.discarded",
  "rate-card.published",
  "policy.published",
  "lpr-rate.published",
  "offer.created",
  "offer.draft-saved",
  "offer.published",
  "offer.paused",
  "offer.resumed",
  "offer.ended",
  "budget.recorded",
  "labels.stopped",
  "labels.stop-lifted",
  "copy.created",
  "copy.saved",
  "copy.submitted",
  "copy.withdrawn",
  "copy.taken-down",
  "copy.archived",
  "copy.remarked",
  "copy.picture-uploaded",
  "review.claimed",
  "review.released",
  "review.decided",
  "review.approved-identical",
  "review.phrase-taken-down",
  "proposal.made",
  "proposal.approved",
  "proposal.refused",
  "notification.read",
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Writes the audit row in the transaction of the deed. `subject` is "kind:id"; `detail` is plain JSON, without secrets. */
export async function recordAudit(ctx: InTx, action: AuditAction, subject: string, detail: Record<string, unknown> = {}): Promise<void> {
  const at = ctx.clock.now();
  // createMany, since reading back what one may only add is not everybody's right
  await ctx.tx.auditEntry.createMany({
    data: [
      {
        id: newId("aud", at),
        shopId: ctx.scope === "shop" ? ctx.shopId! : null,
        at,
        actorKind: ctx.actor.kind,
        actorId: ctx.actor.id,
        actorName: ctx.actor.name,
        action,
        subject,
        detail: detail as Prisma.InputJsonValue,
        requestId: ctx.requestId,
      },
    ],
  });
}
