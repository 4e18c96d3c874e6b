import type { Prisma } from "@/generated/prisma/client";
import type { Context, InTx, ShopContext } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";

/** The closed list of what the shop's people are told; each has a title and a text in messages/<locale>/notifications.json. */
export const NOTIFICATION_KINDS = ["budget-warning", "budget-exhausted", "labels-stopped", "labels-stop-lifted", "labels-fell", "offer-started", "offer-ended", "import-committed", "copy-approved", "copy-changes-asked", "copy-rejected", "copy-came-down"] as const;
export type NotificationKind = (typeof NOTIFICATION_KINDS)[number];

/** What fills the words of each kind. */
export interface NoticeParams {
  "budget-warning": { offer: string; usedPercent: number };
  "budget-exhausted": { offer: string };
  "labels-stopped": { by: string; reason: string };
  "labels-stop-lifted": { by: string };
  /** how many products lost a label, and the most frequent reasons as codes */
  "labels-fell": { count: number; reasons: { reason: string; count: number }[] };
  "offer-started": { offer: string };
  "offer-ended": { offer: string };
  "copy-approved": { product: string };
  "copy-changes-asked": { product: string; reason: string };
  "copy-rejected": { product: string; reason: string };
  /** why, as a code of lib/review/came-down.ts */
  "copy-came-down": { product: string; reason: string };
  "import-committed": { file: string; created: number; updated: number };
}

export type Notice = { [Kind in NotificationKind]: NoticeOf<Kind> }[NotificationKind];

interface NoticeOf<Kind extends NotificationKind> {
  kind: Kind;
  params: NoticeParams[Kind];
  /** "kind:id" of what it is about, for the link */
  subject: string | null;
  /** the same key is told once */
  dedupeKey: string;
}

/** Tells the shop's people, in the transaction of what happened; the platform may tell them too, of its own decisions. */
export async function notify(ctx: InTx<Pick<ShopContext, "shopId"> & Context>, notice: Notice): Promise<void> {
  const at = ctx.clock.now();
  await ctx.tx.notification.createMany({
    data: [{ id: newId("ntf", at), shopId: ctx.shopId, at, ...notice, params: notice.params satisfies Prisma.InputJsonObject }],
    skipDuplicates: true,
  });
}
