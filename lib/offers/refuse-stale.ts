import type { InTx, ShopContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import type { OfferRecord } from "./offer-record";
import type { OfferContent } from "./schema";

/** What somebody who was overtaken needs to compare and go on. */
export interface OvertakenBy {
  content: OfferContent;
  draftVersion: number;
  revision: number;
  changedAt: string;
  changedBy: string | null;
}

/** Throws conflict, with the other's version, unless the offer is still as the caller saw it. */
export async function refuseStale(ctx: InTx<ShopContext>, record: OfferRecord, expected: { draftVersion: number; revision?: number }): Promise<void> {
  if (record.draftVersion === expected.draftVersion && (expected.revision === undefined || record.revision === expected.revision)) return;
  const last = await ctx.tx.auditEntry.findFirst({ where: { shopId: ctx.shopId, subject: `offer:${record.offerId}` }, orderBy: [{ at: "desc" }, { id: "desc" }], select: { actorName: true } });
  const data: OvertakenBy = {
    content: record.draft,
    draftVersion: record.draftVersion,
    revision: record.revision,
    changedAt: record.changedAt.toISOString(),
    changedBy: last?.actorName ?? null,
  };
  throw new DomainError("conflict", { params: { what: "offer" }, data });
}
