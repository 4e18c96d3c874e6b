import type { AuditAction } from "./record-audit";

export const AUDIT_GROUPS = ["product", "import", "offer", "labels", "copy", "shop", "notification", "rates", "review", "account"] as const;
export type AuditGroup = (typeof AUDIT_GROUPS)[number];

/** What can happen in a shop; the rest happens on the platform or to one's own account. */
export const SHOP_AUDIT_GROUPS = ["product", "import", "offer", "labels", "copy", "shop", "notification"] as const satisfies readonly AuditGroup[];
export const PLATFORM_AUDIT_GROUPS = ["rates", "review", "account"] as const satisfies readonly AuditGroup[];

const GROUP_OF: Record<AuditAction, AuditGroup> = {
  "user.preferences-changed": "account",
  "user.password-changed": "account",
  "user.sessions-ended": "account",
  "shop.renamed": "shop",
  "product.created": "product",
  "product.updated": "product",
  "product.removed": "product",
  "product.exported": "product",
  "import.uploaded": "import",
  "import.mapped": "import",
  "import.confirmed": "import",
  "import.canceled": "import",
  "import.committed": "import",
  "import.discarded": "import",
  "rate-card.published": "rates",
  "policy.published": "rates",
  "lpr-rate.published": "rates",
  "offer.created": "offer",
  "offer.draft-saved": "offer",
  "offer.published": "offer",
  "offer.paused": "offer",
  "offer.resumed": "offer",
  "offer.ended": "offer",
  "budget.recorded": "offer",
  "labels.stopped": "labels",
  "labels.stop-lifted": "labels",
  "copy.created": "copy",
  "copy.saved": "copy",
  "copy.submitted": "copy",
  "copy.withdrawn": "copy",
  "copy.taken-down": "copy",
  "copy.archived": "copy",
  "copy.remarked": "copy",
  "copy.picture-uploaded": "copy",
  "review.claimed": "review",
  "review.released": "review",
  "review.decided": "review",
  "review.approved-identical": "review",
  "review.phrase-taken-down": "review",
  "proposal.made": "review",
  "proposal.approved": "review",
  "proposal.refused": "review",
  "notification.read": "notification",
};

export function actionsOf(group: AuditGroup): AuditAction[] {
  return (Object.keys(GROUP_OF) as AuditAction[]).filter((action) => GROUP_OF[action] === group);
}
