import type { Prisma } from "@/generated/prisma/client";
import { can, requirePermission } from "@/lib/access/require-permission";
import type { PlatformContext, ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { nameInDetail } from "./audit-facts";
import { actionsOf } from "./audit-groups";
import type { AuditAction } from "./record-audit";
import { listAuditInput, type ListAuditInput } from "./schema";
import { nameSubjects } from "./name-subjects";
import { withoutCost } from "./without-cost";

export const AUDIT_ROWS_PER_PAGE = 30;

export interface AuditRow {
  id: string;
  at: string;
  actor: { kind: "user" | "system" | "public"; id: string | null; name: string };
  action: AuditAction;
  /** `name` is the present one, null where the reader may not see it; `nameThen` is what the deed itself says */
  subject: { kind: string; id: string; name: string | null; nameThen: string | null };
  detail: Record<string, unknown>;
  requestId: string | null;
  /** null for deeds of the platform and of people on their own account */
  shopId: string | null;
}

export interface AuditPage {
  rows: AuditRow[];
  /** cursors to continue from, null at either end */
  newer: string | null;
  older: string | null;
}

/** Who did what to what, newest first. `older` continues below a cursor, `newer` above one. */
export async function listAudit(ctx: ShopContext | PlatformContext, input: ListAuditInput = {}): Promise<AuditPage> {
  requirePermission(ctx, "audit:view");
  const { group, actor, subject, shop, older, newer } = listAuditInput.parse(input);
  const isUpward = older === undefined && newer !== undefined;
  const cursor = older ?? newer;
  const where: Prisma.AuditEntryWhereInput = {
    ...rowsInView(ctx, shop),
    actorId: actor,
    subject,
    ...(group ? { action: { in: actionsOf(group) } } : {}),
    ...(cursor ? beyond(cursor, isUpward) : {}),
  };
  const direction = isUpward ? "asc" : "desc";
  return inRead(ctx, async (ctx) => {
    const found = await ctx.tx.auditEntry.findMany({ where, orderBy: [{ at: direction }, { id: direction }], take: AUDIT_ROWS_PER_PAGE + 1 });
    const hasMore = found.length > AUDIT_ROWS_PER_PAGE;
    const page = found.slice(0, AUDIT_ROWS_PER_PAGE);
    if (isUpward) page.reverse();
    const names = await nameSubjects(ctx, page.map((entry) => entry.subject));
    const rows = page.map((entry): AuditRow => {
      const [kind, id] = splitSubject(entry.subject);
      const detail = entry.detail as Record<string, unknown>;
      return {
        id: entry.id,
        at: entry.at.toISOString(),
        actor: { kind: entry.actorKind as AuditRow["actor"]["kind"], id: entry.actorId, name: entry.actorName },
        action: entry.action as AuditAction,
        subject: { kind, id, name: names.get(entry.subject) ?? null, nameThen: nameInDetail(detail) },
        detail: can(ctx, "cost:view") ? detail : withoutCost(detail),
        requestId: entry.requestId,
        shopId: entry.shopId,
      };
    });
    const hasNewer = isUpward ? hasMore : cursor !== undefined;
    const hasOlder = isUpward || hasMore;
    return { rows, newer: hasNewer ? cursorOf(rows[0]) : null, older: hasOlder ? cursorOf(rows.at(-1)) : null };
  });
}

function rowsInView(ctx: ShopContext | PlatformContext, shop: string | undefined): Prisma.AuditEntryWhereInput {
  if (ctx.scope === "shop") return { shopId: ctx.shopId };
  // Whoever works for the platform reads the deeds of no shop; those of shops are evidence, for the auditor alone.
  return can(ctx, "audit:view-shops") ? { shopId: shop } : { shopId: null };
}

function beyond(cursor: string, isUpward: boolean): Prisma.AuditEntryWhereInput {
  const dot = cursor.indexOf(".");
  const at = new Date(Number(cursor.slice(0, dot)));
  const id = cursor.slice(dot + 1);
  return isUpward ? { at: { gte: at }, OR: [{ at: { gt: at } }, { at, id: { gt: id } }] } : { at: { lte: at }, OR: [{ at: { lt: at } }, { at, id: { lt: id } }] };
}

const cursorOf = (row: AuditRow | undefined) => (row ? `${Date.parse(row.at)}.${row.id}` : null);

export function splitSubject(subject: string): [kind: string, id: string] {
  const colon = subject.indexOf(":");
  return [subject.slice(0, colon), subject.slice(colon + 1)];
}
