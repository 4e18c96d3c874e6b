import type { Context } from "@/lib/platform/context";
import { notFound } from "@/lib/platform/errors";
import { inRead } from "@/lib/platform/transaction";
import type { LprRate, Policy, RateCard } from "@/lib/quote/schema";
import type { MarketFacts } from "./market-facts";
import { toLprRate, toPolicy, toRateCard } from "./stored-facts";

export const PAGE_SIZE = 50;
/** More versions than this are a fault of whoever publishes, not facts to quote by. */
const FACTS_MAX = 2_000;

/** What quotes rest on; with `asOf` only what had been published by that instant. Everybody may read it. */
export async function getMarketFacts(ctx: Context, { asOf }: { asOf?: Date } = {}): Promise<MarketFacts> {
  const where = asOf ? { createdAt: { lte: asOf } } : {};
  return inRead(ctx, async ({ tx }) => {
    const cards = await tx.rateCard.findMany({ where, include: { rows: true }, orderBy: [{ channel: "asc" }, { version: "asc" }], take: FACTS_MAX + 1 });
    const policies = await tx.policy.findMany({ where, orderBy: [{ code: "asc" }, { version: "asc" }], take: FACTS_MAX + 1 });
    const rates = await tx.lprRate.findMany({ where, orderBy: [{ fromDate: "asc" }, { version: "desc" }], distinct: ["fromDate"], take: FACTS_MAX + 1 });
    for (const rows of [cards, policies, rates]) if (rows.length > FACTS_MAX) throw new Error(`More than ${FACTS_MAX} dated facts of one kind`);
    return { rateCards: cards.map(toRateCard), policies: policies.map(toPolicy), lprRates: rates.map(toLprRate) };
  });
}

export interface Page<T> {
  rows: T[];
  /** give it back as `after` for the next page; null on the last */
  nextAfter: string | null;
}

export interface Published {
  createdAt: Date;
  /** null: came with the product */
  createdBy: string | null;
}

/** Every version, newest start first. */
export async function listRateCards(ctx: Context, { channel, after, limit = PAGE_SIZE }: { channel?: string; after?: string; limit?: number } = {}): Promise<Page<RateCard & Published>> {
  const take = boundedLimit(limit);
  const rows = await inRead(ctx, ({ tx }) =>
    tx.rateCard.findMany({
      where: { channel },
      include: { rows: true },
      orderBy: [{ fromDate: "desc" }, { version: "desc" }, { id: "desc" }],
      take: take + 1,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    }),
  );
  return toPage(rows.map((row) => ({ ...toRateCard(row), createdAt: row.createdAt, createdBy: row.createdBy })), take);
}

export async function getRateCard(ctx: Context, id: string): Promise<RateCard & Published> {
  const row = await inRead(ctx, ({ tx }) => tx.rateCard.findUnique({ where: { id }, include: { rows: true } }));
  if (!row) throw notFound("rate-card");
  return { ...toRateCard(row), createdAt: row.createdAt, createdBy: row.createdBy };
}

/** Every version, newest start first. */
export async function listPolicies(ctx: Context, { code, after, limit = PAGE_SIZE }: { code?: string; after?: string; limit?: number } = {}): Promise<Page<Policy & Published>> {
  const take = boundedLimit(limit);
  const rows = await inRead(ctx, ({ tx }) =>
    tx.policy.findMany({
      where: { code },
      orderBy: [{ fromDate: "desc" }, { version: "desc" }, { id: "desc" }],
      take: take + 1,
      ...(after ? { cursor: { id: after }, skip: 1 } : {}),
    }),
  );
  return toPage(rows.map((row) => ({ ...toPolicy(row), createdAt: row.createdAt, createdBy: row.createdBy })), take);
}

export async function getPolicy(ctx: Context, id: string): Promise<Policy & Published> {
  const row = await inRead(ctx, ({ tx }) => tx.policy.findUnique({ where: { id } }));
  if (!row) throw notFound("policy");
  return { ...toPolicy(row), createdAt: row.createdAt, createdBy: row.createdBy };
}

/** The newest rates, corrections included, newest first. */
export async function listLprRates(ctx: Context): Promise<(LprRate & Published & { version: number })[]> {
  const rows = await inRead(ctx, ({ tx }) => tx.lprRate.findMany({ orderBy: [{ fromDate: "desc" }, { version: "desc" }], take: PAGE_SIZE }));
  return rows.map((row) => ({ ...toLprRate(row), version: row.version, createdAt: row.createdAt, createdBy: row.createdBy }));
}

const boundedLimit = (limit: number): number => Math.min(Math.max(Math.trunc(limit), 1), PAGE_SIZE);

function toPage<T extends { id: string }>(rows: T[], take: number): Page<T> {
  return { rows: rows.slice(0, take), nextAfter: rows.length > take ? rows[take - 1]!.id : null };
}
