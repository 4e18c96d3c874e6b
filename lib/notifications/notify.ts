import type { Prisma } from "@/generated/prisma/client";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";

/** The closed list of what the shop's people are told; each has a title and a text in messages/<locale>/notifications.json. */
export const NOTIFICATION_KINDS = ["budget-warning", "budget-exhausted", "labels-stopped", "labels-stop-lifted", "labels-fell", "offer-started", "offer-ended", "import-committed"] as const;
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

/** Tells the shop's people, in the transaction of what happened. */
export async function notify(ctx: InTx<ShopContext>, notice: Notice): Promise<void> {
  const at = ctx.clock.now();
  await ctx.tx.notification.createMany({
    data: [{ id: newId("ntf", at), shopId: ctx.shopId, at, ...notice, params: notice.params satisfies Prisma.InputJsonObject }],
    skipDuplicates: true,
  });
}
