import { requirePermission } from "@/lib/access/require-permission";
import type { ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import type { NoticeParams, NotificationKind } from "./notify";

const NOTIFICATIONS_PER_PAGE = 30;
/** The bell says "99+" beyond, so nobody counts further. */
const UNREAD_COUNTED_MAX = 100;

export interface NotificationRow {
  id: string;
  kind: NotificationKind;
  params: Record<string, string | number>;
  /** codes of label reasons with how many products each; empty for other kinds */
  reasons: LabelsFellReason[];
  subject: string | null;
  at: string;
  isRead: boolean;
}

export interface NotificationPage {
  rows: NotificationRow[];
  /** ids to continue from, null at either end */
  newer: string | null;
  older: string | null;
}

/** Newest first. `older` continues below an id, `newer` above one. */
export async function listNotifications(ctx: ShopContext, from: { older?: string; newer?: string } = {}): Promise<NotificationPage> {
  requirePermission(ctx, "notification:view");
  const cursor = from.older ?? from.newer;
  const isUpward = from.older === undefined && from.newer !== undefined;
  const found = await inRead(ctx, ({ tx, actor }) =>
    tx.notification.findMany({
      where: { shopId: ctx.shopId },
      include: { reads: { where: { userId: actor.id ?? "" }, select: { userId: true }, take: 1 } },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: (isUpward ? -1 : 1) * (NOTIFICATIONS_PER_PAGE + 1),
      ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}),
    }),
  );
  const hasMore = found.length > NOTIFICATIONS_PER_PAGE;
  const page = isUpward ? found.slice(-NOTIFICATIONS_PER_PAGE) : found.slice(0, NOTIFICATIONS_PER_PAGE);
  const rows = page.map(({ id, kind, params, subject, at, reads }) => ({
    id,
    kind: kind as NotificationKind,
    ...splitParams(params as StoredParams),
    subject,
    at: at.toISOString(),
    isRead: reads.length > 0,
  }));
  const hasNewer = isUpward ? hasMore : cursor !== undefined;
  const hasOlder = isUpward ? true : hasMore;
  return { rows, newer: hasNewer ? (rows[0]?.id ?? null) : null, older: hasOlder ? (rows.at(-1)?.id ?? null) : null };
}

type LabelsFellReason = NoticeParams["labels-fell"]["reasons"][number];
type StoredParams = Record<string, string | number> & { reasons?: LabelsFellReason[] };

const splitParams = ({ reasons = [], ...params }: StoredParams): Pick<NotificationRow, "params" | "reasons"> => ({ params, reasons });

/** How many the person has not read, counted up to a named limit. */
export async function countUnread(ctx: ShopContext): Promise<number> {
  requirePermission(ctx, "notification:view");
  const rows = await inRead(ctx, ({ tx, actor }) =>
    tx.notification.findMany({ where: { shopId: ctx.shopId, reads: { none: { userId: actor.id ?? "" } } }, select: { id: true }, take: UNREAD_COUNTED_MAX }),
  );
  return rows.length;
}
