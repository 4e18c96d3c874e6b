import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { cardInForce } from "./card-in-force";
import { exceededCeilings, type CeilingArithmetic } from "./check-rate-card";
import type { MarketFacts } from "./market-facts";
import { referenceAmount, termFigures } from "./term-figures";

export interface CardImpact {
  channel: string;
  cardName: string;
  kind: "hard" | "watch";
  arithmetic: CeilingArithmetic;
}

/** Which terms of the cards in force on a date exceed a ceiling under these facts: what a new policy or prime rate would do to them. */
export function cardImpact(facts: MarketFacts, date: CalendarDate): CardImpact[] {
  const channels = [...new Set(facts.rateCards.map((card) => card.channel))].sort();
  return channels.flatMap((channel) => {
    const card = cardInForce(facts.rateCards, channel, date);
    if (!card) return [];
    return termFigures(card, facts, date, referenceAmount(card)).flatMap(({ feeBps, result }) =>
      result?.ok ? exceededCeilings(result.quote, feeBps.consumer ?? 0).map(({ kind, ...arithmetic }) => ({ channel, cardName: card.name, kind, arithmetic })) : [],
    );
  });
}
