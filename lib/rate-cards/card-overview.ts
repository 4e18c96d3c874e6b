import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { Context } from "@/lib/platform/context";
import type { RateCard } from "@/lib/quote/schema";
import { cardInForce } from "./card-in-force";
import type { MarketFacts } from "./market-facts";
import { getMarketFacts, getRateCard, listRateCards } from "./queries";
import { cardStanding, type Standing } from "./version-state";

export interface CardOverview {
  versions: { card: RateCard; standing: Standing; publishedAt: string }[];
  /** today, one per channel */
  inForce: RateCard[];
  nextAfter: string | null;
}

/** A page of versions with where each stands today. */
export async function getCardOverview(ctx: Context, { after }: { after?: string } = {}): Promise<CardOverview> {
  const today = shanghaiDateOf(ctx.clock.now());
  const { rateCards } = await getMarketFacts(ctx);
  const { rows, nextAfter } = await listRateCards(ctx, { after });
  const versions = rows.map(({ createdAt, createdBy: _createdBy, ...card }) => ({ card, standing: cardStanding(card, rateCards, today), publishedAt: createdAt.toISOString() }));
  const channels = [...new Set(rateCards.map((card) => card.channel))];
  return { versions, inForce: channels.flatMap((channel) => cardInForce(rateCards, channel, today) ?? []), nextAfter };
}

export interface CardDossier {
  card: RateCard;
  standing: Standing;
  publishedAt: string;
  /** the version that would hold on the card's first day without it */
  replaced: RateCard | null;
  facts: MarketFacts;
}

/** One version with everything that its page works out from. */
export async function getCardDossier(ctx: Context, id: string): Promise<CardDossier> {
  const { createdAt, createdBy: _createdBy, ...card } = await getRateCard(ctx, id);
  const facts = await getMarketFacts(ctx);
  const earlier = facts.rateCards.filter((other) => other.version < card.version);
  return {
    card,
    standing: cardStanding(card, facts.rateCards, shanghaiDateOf(ctx.clock.now())),
    publishedAt: createdAt.toISOString(),
    replaced: cardInForce(earlier, card.channel, card.fromDate),
    facts,
  };
}
