import { requirePermission } from "@/lib/access/require-permission";
import type { ShopContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { oneOf } from "./load-shop-facts";

const STOPS_PAGE = 20;

export interface LabelStopRow {
  id: string;
  kind: "stopped" | "lifted";
  at: string;
  /** the person's name */
  by: string;
  reason: string;
}

/** The stop that holds now, or null. Everybody in the shop sees it. */
export async function findLabelStop(ctx: ShopContext): Promise<LabelStopRow | null> {
  const { rows } = await listLabelStops(ctx, { limit: 1 });
  return rows[0]?.kind === "stopped" ? rows[0] : null;
}

/** Every stop and every lifting, newest first. */
export async function listLabelStops(ctx: ShopContext, { before, limit = STOPS_PAGE }: { before?: string; limit?: number } = {}): Promise<{ rows: LabelStopRow[]; next: string | null }> {
  requirePermission(ctx, "label:view");
  const take = Math.min(Math.max(limit, 1), STOPS_PAGE);
  return inRead(ctx, async ({ tx }) => {
    const stops = await tx.labelStop.findMany({
      where: { shopId: ctx.shopId, ...(before && /^\d{1,18}$/.test(before) ? { id: { lt: BigInt(before) } } : {}) },
      orderBy: [{ at: "desc" }, { id: "desc" }],
      take: take + 1,
    });
    const people = await tx.user.findMany({ where: { id: { in: stops.map(({ by }) => by) } }, select: { id: true, name: true } });
    const names = new Map(people.map(({ id, name }) => [id, name]));
    const rows = stops.slice(0, take).map(({ id, kind, at, by, reason }) => ({ id: String(id), kind: oneOf(["stopped", "lifted"] as const, kind), at: at.toISOString(), by: names.get(by) ?? by, reason }));
    return { rows, next: stops.length > take ? rows.at(-1)!.id : null };
  });
}
