import { z } from "zod";
import { requirePermission } from "@/lib/access/require-permission";
import type { InTx, ShopContext } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { toFen } from "@/lib/platform/fen-column";
import { inRead } from "@/lib/platform/transaction";
import { budgetStanding, type BudgetStanding } from "./budget";
import { diffOfferContent, type OfferChange } from "./diff-offer-content";
import { loadOfferRecords, type OfferRecord } from "./offer-record";
import { OFFER_STATES, type OfferState } from "./offer-state";
import { offerContentSchema, placementSchema, type OfferContent } from "./schema";

export const OFFERS_PAGE_SIZE = 25;
const PAGE_SIZE_MAX = 100;
/** Filters that depend on the instant are applied after reading; a page gives up looking after so many offers. */
const OFFERS_SCANNED_MAX = 1_000;
const SCAN_SIZE = 100;

export const listOffersInput = z.object({
  state: z.enum(OFFER_STATES).optional(),
  placement: placementSchema.optional(),
  search: z.string().trim().max(60).optional(),
  after: z.string().max(60).optional(),
  limit: z.int().min(1).max(PAGE_SIZE_MAX).default(OFFERS_PAGE_SIZE),
});

export interface OfferSummary {
  offerId: string;
  state: OfferState;
  endedByHand: boolean;
  /** newest published revision, 0 before the first */
  revision: number;
  draftVersion: number;
  /** what holds: the revision in effect, else the draft */
  content: OfferContent;
  hasUnpublishedChanges: boolean;
  budget: BudgetStanding;
  changedAt: string;
}

export interface Offer extends OfferSummary {
  draft: OfferContent;
  /** the revision in effect as it was published */
  published: { revision: number; content: OfferContent; publishedAt: string } | null;
  createdAt: string;
}

export interface Page<T> {
  rows: T[];
  /** give it as `after` to read on; null at the end */
  next: string | null;
}

/** Newest first. */
export async function listOffers(ctx: ShopContext, input: z.input<typeof listOffersInput> = {}): Promise<Page<OfferSummary>> {
  requirePermission(ctx, "offer:view");
  const { state, placement, search, after, limit } = listOffersInput.parse(input);
  return inRead(ctx, async (ctx) => {
    const rows: OfferSummary[] = [];
    let cursor = after;
    for (let scanned = 0; scanned < OFFERS_SCANNED_MAX; scanned += SCAN_SIZE) {
      const found = await ctx.tx.offer.findMany({
        where: { shopId: ctx.shopId, ...(search && { name: { contains: literally(search), mode: "insensitive" } }), ...(cursor && { id: { lt: cursor } }) },
        select: { id: true },
        orderBy: { id: "desc" },
        take: SCAN_SIZE,
      });
      for (const record of await loadOfferRecords(ctx, found.map(({ id }) => id))) {
        const summary = toSummary(record);
        cursor = summary.offerId;
        if (state && summary.state !== state) continue;
        if (placement && !summary.content.placements.includes(placement)) continue;
        if (rows.length === limit) return { rows, next: rows.at(-1)!.offerId };
        rows.push(summary);
      }
      if (found.length < SCAN_SIZE) return { rows, next: null };
    }
    return { rows, next: cursor ?? null };
  });
}

/** How many offers are in each state, of the newest OFFERS_SCANNED_MAX. */
export async function countOffersByState(ctx: ShopContext): Promise<Record<OfferState, number>> {
  requirePermission(ctx, "offer:view");
  const counts: Record<OfferState, number> = { draft: 0, scheduled: 0, live: 0, paused: 0, ended: 0 };
  await inRead(ctx, async (ctx) => {
    for (const { standing } of await loadNewest(ctx, OFFERS_SCANNED_MAX)) counts[standing.state]++;
  });
  return counts;
}

export async function findOffer(ctx: ShopContext, offerId: string): Promise<Offer | null> {
  requirePermission(ctx, "offer:view");
  const [record] = await inRead(ctx, (ctx) => loadOfferRecords(ctx, [offerId]));
  if (!record) return null;
  const { revision } = record.standing;
  return {
    ...toSummary(record),
    draft: record.draft,
    published: revision && { revision: revision.revision, content: revision.content, publishedAt: revision.publishedAt.toISOString() },
    createdAt: record.createdAt.toISOString(),
  };
}

export async function getOffer(ctx: ShopContext, offerId: string): Promise<Offer> {
  const offer = await findOffer(ctx, offerId);
  if (!offer) throw notFound("offer");
  return offer;
}

export interface OfferRevision {
  revision: number;
  content: OfferContent;
  publishedAt: string;
  publishedBy: string;
  /** the content of the revision before it, and what changed; null for the first */
  before: OfferContent | null;
  changes: OfferChange[] | null;
}

/** Newest first; `after` is the smallest revision that was shown. */
export async function listOfferRevisions(ctx: ShopContext, { offerId, after, limit = OFFERS_PAGE_SIZE }: { offerId: string; after?: number; limit?: number }): Promise<{ rows: OfferRevision[]; next: number | null }> {
  requirePermission(ctx, "offer:view");
  const take = pageSize(limit);
  const rows = await inRead(ctx, async ({ tx, shopId }) => {
    await requireOffer({ tx, shopId }, offerId);
    return tx.offerRevision.findMany({ where: { shopId, offerId, ...(after !== undefined && { revision: { lt: after } }) }, orderBy: { revision: "desc" }, take: take + 1 });
  });
  const parsed = rows.map((row) => ({ ...row, content: offerContentSchema.parse(row.content) }));
  return {
    rows: parsed.slice(0, take).map(({ revision, content, publishedAt, publishedBy }, index) => {
      const before = parsed[index + 1];
      return { revision, content, publishedAt: publishedAt.toISOString(), publishedBy, before: before?.content ?? null, changes: before ? diffOfferContent(before.content, content) : null };
    }),
    next: rows.length > take ? rows[take - 1]!.revision : null,
  };
}

export interface OfferEvent {
  kind: "published" | "paused" | "resumed" | "ended";
  revision: number;
  at: string;
  by: string | null;
  reason: string | null;
}

/** The newest events of an offer, newest first. */
export async function listOfferEvents(ctx: ShopContext, { offerId, limit = OFFERS_PAGE_SIZE }: { offerId: string; limit?: number }): Promise<OfferEvent[]> {
  requirePermission(ctx, "offer:view");
  const rows = await inRead(ctx, async ({ tx, shopId }) => {
    await requireOffer({ tx, shopId }, offerId);
    return tx.offerEvent.findMany({ where: { shopId, offerId }, orderBy: [{ at: "desc" }, { id: "desc" }], take: pageSize(limit) });
  });
  return rows.map(({ kind, revision, at, by, reason }) => ({ kind: kind as OfferEvent["kind"], revision, at: at.toISOString(), by, reason }));
}

export interface BudgetEntry {
  entryId: string;
  amountFen: number;
  reference: string;
  at: string;
  by: string | null;
}

/** Newest first; `after` is the last id that was shown. */
export async function listBudgetEntries(ctx: ShopContext, { offerId, after, limit = OFFERS_PAGE_SIZE }: { offerId: string; after?: string; limit?: number }): Promise<Page<BudgetEntry>> {
  requirePermission(ctx, "offer:view");
  const take = pageSize(limit);
  const rows = await inRead(ctx, async ({ tx, shopId }) => {
    await requireOffer({ tx, shopId }, offerId);
    return tx.budgetEntry.findMany({ where: { shopId, offerId, ...(after && { id: { lt: after } }) }, orderBy: { id: "desc" }, take: take + 1 });
  });
  return {
    rows: rows.slice(0, take).map(({ id, amountFen, reference, at, by }) => ({ entryId: id, amountFen: toFen(amountFen), reference, at: at.toISOString(), by })),
    next: rows.length > take ? rows[take - 1]!.id : null,
  };
}

async function requireOffer({ tx, shopId }: Pick<InTx<ShopContext>, "tx" | "shopId">, offerId: string): Promise<void> {
  const found = await tx.offer.findFirst({ where: { id: offerId, shopId }, select: { id: true } });
  if (!found) throw notFound("offer");
}

export async function loadNewest(ctx: InTx<ShopContext>, limit: number): Promise<OfferRecord[]> {
  const found = await ctx.tx.offer.findMany({ where: { shopId: ctx.shopId }, select: { id: true }, orderBy: { changedAt: "desc" }, take: limit });
  return loadOfferRecords(ctx, found.map(({ id }) => id));
}

function toSummary({ offerId, standing, revision, draftVersion, draft, usedFen, changedAt }: OfferRecord): OfferSummary {
  const content = standing.revision?.content ?? draft;
  return {
    offerId,
    state: standing.state,
    endedByHand: standing.endedByHand,
    revision,
    draftVersion,
    content,
    hasUnpublishedChanges: standing.revision !== null && diffOfferContent(standing.revision.content, draft).length > 0,
    budget: budgetStanding(content, usedFen),
    changedAt: changedAt.toISOString(),
  };
}

/** LIKE reads % and _ as wildcards. */
const literally = (text: string): string => text.replace(/[\\%_]/g, "\\$&");

const pageSize = (limit: number): number => Math.min(Math.max(Math.trunc(limit), 1), PAGE_SIZE_MAX);
