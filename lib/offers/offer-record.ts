import type { InTx, ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { fen, type Fen } from "@/lib/money/fen";
import { OFFER_EVENT_KINDS, offerStateAt, type OfferEventFact, type OfferRevisionFact, type OfferStanding } from "./offer-state";
import { offerContentSchema, type OfferContent } from "./schema";

export const REVISIONS_READ_MAX = 1_000;
export const EVENTS_READ_MAX = 5_000;

/** An offer as it is stored, with what follows from its history. */
export interface OfferRecord {
  offerId: string;
  draft: OfferContent;
  draftVersion: number;
  /** newest published revision, 0 before the first */
  revision: number;
  createdAt: Date;
  changedAt: Date;
  createdBy: string;
  standing: OfferStanding;
  usedFen: Fen;
}

/** Loads an offer of the shop and keeps others from changing it until the transaction ends. */
export async function lockOffer(ctx: InTx<ShopContext>, offerId: string): Promise<OfferRecord> {
  const found = await ctx.tx.$queryRaw<{ id: string }[]>`SELECT id FROM offer WHERE id = ${offerId} AND shop_id = ${ctx.shopId} FOR UPDATE`;
  if (found.length === 0) throw notFound("offer");
  const [record] = await loadOfferRecords(ctx, [offerId]);
  return record!;
}

/** The offers of the shop with these ids, in that order; what is not there is left out. */
export async function loadOfferRecords(ctx: InTx<ShopContext>, offerIds: readonly string[]): Promise<OfferRecord[]> {
  if (offerIds.length === 0) return [];
  const ids = [...offerIds];
  const where = { shopId: ctx.shopId, offerId: { in: ids } };
  const rows = await ctx.tx.offer.findMany({ where: { shopId: ctx.shopId, id: { in: ids } } });
  const newest = await ctx.tx.offerRevision.findMany({ where, orderBy: [{ offerId: "asc" }, { revision: "desc" }], distinct: ["offerId"] });
  const switches = await ctx.tx.offerEvent.findMany({ where: { ...where, kind: { not: "published" } }, orderBy: [{ at: "desc" }, { id: "desc" }], distinct: ["offerId"], take: ids.length });
  const sums = await ctx.tx.budgetEntry.groupBy({ by: ["offerId"], where, _sum: { amountFen: true } });

  const now = ctx.clock.now();
  const revisionOf = new Map(newest.map((row) => [row.offerId, toRevisionFact(row)]));
  const switchOf = new Map(switches.map((row) => [row.offerId, toEventFact(row)]));
  const usedOf = new Map(sums.map((row) => [row.offerId, fen(Number(row._sum.amountFen ?? 0n))]));
  const recordOf = new Map(
    rows.map((row) => {
      const revision = revisionOf.get(row.id);
      const lastSwitch = switchOf.get(row.id);
      const record: OfferRecord = {
        offerId: row.id,
        draft: offerContentSchema.parse(row.draft),
        draftVersion: row.draftVersion,
        revision: row.revision,
        createdAt: row.createdAt,
        changedAt: row.changedAt,
        createdBy: row.createdBy,
        standing: offerStateAt(lastSwitch ? [lastSwitch] : [], revision ? [revision] : [], now),
        usedFen: usedOf.get(row.id) ?? fen(0),
      };
      return [row.id, record];
    }),
  );
  return ids.flatMap((id) => recordOf.get(id) ?? []);
}

export function toRevisionFact(row: { revision: number; content: unknown; publishedAt: Date }): OfferRevisionFact {
  return { revision: row.revision, content: offerContentSchema.parse(row.content), publishedAt: row.publishedAt };
}

export function toEventFact(row: { id: bigint; kind: string; at: Date }): OfferEventFact {
  const kind = OFFER_EVENT_KINDS.find((known) => known === row.kind);
  if (!kind) throw new Error(`Unknown offer event ${row.kind}`);
  return { kind, at: row.at, seq: Number(row.id) };
}
