import { TEMPLATE_KINDS } from "@/lib/label-text/template";
import type { KeptTemplate } from "@/lib/label-text/template-in-force";
import { OFFER_EVENT_KINDS, type OfferEventFact } from "@/lib/offers/offer-state";
import { offerContentSchema, placementSchema } from "@/lib/offers/schema";
import type { Context, InTx, ShopContext } from "@/lib/platform/context";
import { toFen } from "@/lib/platform/fen-column";
import { inRead } from "@/lib/platform/transaction";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import type { OfferFacts, OwnFacts, PlatformFacts, ShopFacts, StopFact } from "./shop-facts";

const OFFERS_MAX = 5_000;
const TEMPLATES_MAX = 2_000;
/** Offers that ended lately are kept, so that people read "ended" and not nothing. */
const ENDED_KEPT_DAYS = 7;
const FOREVER = new Date("9999-01-01T00:00:00Z");

/**
 * What labels of the shop are made of, besides its products. With `asOf` as it was known at that instant, from rows that are only
 * ever added; without it as it is known now.
 */
export async function loadShopFacts(ctx: ShopContext, known: { asOf?: Date } = {}): Promise<ShopFacts> {
  return inRead(ctx, async (ctx) => ({ ...(await loadOwnFacts(ctx, known)), ...(await loadPlatformFacts(ctx, known)) }));
}

/** The shop's own part. */
export async function loadOwnFacts(ctx: ShopContext, { asOf }: { asOf?: Date } = {}): Promise<OwnFacts> {
  return inRead(ctx, async (ctx) => ({ offers: await loadOffers(ctx, asOf), stops: await loadLastStop(ctx, asOf) }));
}

/** What every shop shares. */
export async function loadPlatformFacts(ctx: Context, { asOf }: { asOf?: Date } = {}): Promise<PlatformFacts> {
  return inRead(ctx, async (ctx) => ({ templates: await loadTemplates(ctx), market: await getMarketFacts(ctx, { asOf }) }));
}

async function loadOffers(ctx: InTx<ShopContext>, asOf: Date | undefined): Promise<OfferFacts[]> {
  const until = asOf ?? FOREVER;
  const notEndedBefore = new Date((asOf ?? ctx.clock.now()).getTime() - ENDED_KEPT_DAYS * 86_400_000);
  const revisions = await ctx.tx.$queryRaw<RevisionRow[]>`
    SELECT offer_id, revision, content, published_at FROM (
      SELECT DISTINCT ON (offer_id) offer_id, revision, content, published_at FROM offer_revision
      WHERE shop_id = ${ctx.shopId} AND published_at <= ${until} ORDER BY offer_id, revision DESC
    ) newest WHERE (content->'window'->>'to')::timestamptz > ${notEndedBefore} LIMIT ${OFFERS_MAX + 1}`;
  if (revisions.length > OFFERS_MAX) throw new Error(`The shop has more than ${OFFERS_MAX} offers at once`);
  const ids = revisions.map(({ offer_id }) => offer_id);
  const events = await ctx.tx.$queryRaw<EventRow[]>`
    SELECT DISTINCT ON (offer_id) offer_id, kind, at, id FROM offer_event
    WHERE shop_id = ${ctx.shopId} AND offer_id = ANY(${ids}::text[]) AND kind <> 'published' AND at <= ${until} ORDER BY offer_id, (kind = 'ended') DESC, at DESC, id DESC`;
  const used = await ctx.tx.$queryRaw<{ offer_id: string; used: string }[]>`
    SELECT offer_id, sum(amount_fen)::text AS used FROM budget_entry WHERE shop_id = ${ctx.shopId} AND offer_id = ANY(${ids}::text[]) AND at <= ${until} GROUP BY offer_id`;
  const lastEvent = new Map(events.map((row) => [row.offer_id, toEvent(row)]));
  const usedBy = new Map(used.map((row) => [row.offer_id, toFen(row.used)]));
  return revisions.map((row) => {
    const event = lastEvent.get(row.offer_id);
    return {
      offerId: row.offer_id,
      revisions: [{ revision: row.revision, content: offerContentSchema.parse(row.content), publishedAt: row.published_at }],
      events: event ? [event] : [],
      usedFen: usedBy.get(row.offer_id) ?? toFen("0"),
    };
  });
}

async function loadLastStop(ctx: InTx<ShopContext>, asOf: Date | undefined): Promise<StopFact[]> {
  const row = await ctx.tx.labelStop.findFirst({ where: { shopId: ctx.shopId, at: { lte: asOf ?? FOREVER } }, orderBy: [{ at: "desc" }, { id: "desc" }] });
  return row ? [toStop(row)] : [];
}

async function loadTemplates(ctx: InTx<Context>): Promise<KeptTemplate[]> {
  const rows = await ctx.tx.labelTemplate.findMany({ orderBy: [{ code: "asc" }, { version: "asc" }], take: TEMPLATES_MAX });
  return rows.map(({ code, version, kind, placements, mainLine, subLine, status, validFrom }) => ({
    code,
    version,
    kind: oneOf(TEMPLATE_KINDS, kind),
    placements: placements.map((placement) => placementSchema.parse(placement)),
    mainLine,
    subLine,
    status: oneOf(["approved", "retired"] as const, status),
    validFrom,
  }));
}

interface RevisionRow {
  offer_id: string;
  revision: number;
  content: unknown;
  published_at: Date;
}

interface EventRow {
  offer_id: string;
  kind: string;
  at: Date;
  id: bigint;
}

const toEvent = ({ kind, at, id }: EventRow): OfferEventFact => ({ kind: oneOf(OFFER_EVENT_KINDS, kind), at, seq: Number(id) });

const toStop = ({ kind, at, reason }: { kind: string; at: Date; reason: string }): StopFact => ({ kind: oneOf(["stopped", "lifted"] as const, kind), at, reason });

export function oneOf<T extends string>(known: readonly T[], text: string): T {
  const found = known.find((value) => value === text);
  if (found === undefined) throw new Error(`Stored word out of its set: ${text}`);
  return found;
}
