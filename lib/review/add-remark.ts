import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { InTx, PlatformContext, ShopContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import { remarkInput, type RemarkInput } from "./schema";

/** Says something about a span of a version: the shop to its reviewer. */
export async function addShopRemark(ctx: ShopContext, input: RemarkInput): Promise<{ id: string }> {
  requirePermission(ctx, "copy:edit");
  return inTransaction(ctx, async (ctx) => keepRemark(ctx, "shop", input, ctx.shopId));
}

/** The reviewer to the shop. */
export async function addReviewRemark(ctx: PlatformContext, input: RemarkInput): Promise<{ id: string }> {
  requirePermission(ctx, "review:decide");
  return inTransaction(ctx, async (ctx) => keepRemark(ctx, "review", input, null));
}

async function keepRemark(ctx: InTx, side: "shop" | "review", input: RemarkInput, shopId: string | null): Promise<{ id: string }> {
  const { copyId, version, start, end, text } = remarkInput.parse(input);
  const found = await ctx.tx.copyVersion.findFirst({ where: { copyId, version, ...(shopId !== null && { shopId }) } });
  if (!found) throw notFound("copy");
  if (end > found.text.length) throw new DomainError("invalid_input", { issues: [{ path: "end", code: "too_big", params: { maximum: found.text.length } }] });
  const row = await ctx.tx.copyRemark.create({
    data: { shopId: found.shopId, copyId, version, startsAt: start, endsAt: end, side, by: ctx.actor.id ?? "", byName: ctx.actor.name, text, at: ctx.clock.now() },
  });
  await recordAudit(ctx, "copy.remarked", `copy:${copyId}`, { version, start, end, text });
  return { id: String(row.id) };
}
