import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import type { ShopContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { inTransaction } from "@/lib/platform/transaction";
import { expectOffer } from "./expect-offer";
import { keepPicture } from "./keep-picture";
import { fingerprintOf } from "./rule-sets";
import { createCopyInput, type CreateCopyInput } from "./schema";

/** Keeps the first version of a text for a product at a placement. Sent twice with the same id and words it is one text. */
export async function createCopy(ctx: ShopContext, input: CreateCopyInput): Promise<{ copyId: string; version: number }> {
  requirePermission(ctx, "copy:edit");
  const { copyId: wantedId, productId, placement, kind, offerId, text, pictureId = null } = createCopyInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    const now = ctx.clock.now();
    const copyId = wantedId ?? newId("cpy", now);
    const product = await ctx.tx.product.findFirst({ where: { id: productId, shopId: ctx.shopId, removed: false }, select: { id: true } });
    if (!product) throw notFound("product");
    await expectOffer(ctx, offerId);
    await keepPicture(ctx, pictureId, kind);
    const by = ctx.actor.id ?? ctx.actor.name;
    const { count } = await ctx.tx.copy.createMany({ data: [{ id: copyId, shopId: ctx.shopId, productId, placement, kind, offerId, createdBy: by, createdAt: now, changedAt: now }], skipDuplicates: true });
    if (count === 0) {
      const known = await ctx.tx.copyVersion.findFirst({ where: { copyId, version: 1, shopId: ctx.shopId } });
      if (known?.text === text && known.pictureId === pictureId) return { copyId, version: 1 };
      throw new DomainError("conflict", { params: { what: "copy" } });
    }
    await ctx.tx.copyVersion.create({ data: { copyId, version: 1, shopId: ctx.shopId, text, textSha256: fingerprintOf(text), pictureId, createdBy: by, createdAt: now } });
    await recordAudit(ctx, "copy.created", `copy:${copyId}`, { after: { productId, placement, kind, offerId, text, ...(pictureId && { pictureId }) } });
    return { copyId, version: 1 };
  });
}
