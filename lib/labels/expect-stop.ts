import type { InTx, ShopContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";

/** Locks the shop's row and makes sure that its labels are, or are not, stopped: of two people who press at once the second is told. */
export async function expectStop(ctx: InTx<ShopContext>, { stopped }: { stopped: boolean }): Promise<{ kind: string; at: string; reason: string } | null> {
  const locked = await ctx.tx.$queryRaw<{ id: string }[]>`SELECT id FROM shop WHERE id = ${ctx.shopId} FOR UPDATE`;
  if (locked.length === 0) throw notFound("shop");
  const last = await ctx.tx.labelStop.findFirst({ where: { shopId: ctx.shopId }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  if ((last?.kind === "stopped") !== stopped) throw new DomainError("wrong_state", { params: { state: stopped ? "not-stopped" : "stopped" } });
  return last && { kind: last.kind, at: last.at.toISOString(), reason: last.reason };
}
