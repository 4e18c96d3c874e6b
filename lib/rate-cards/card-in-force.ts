import type { RateCard } from "@/lib/quote/schema";

/** The version of a channel's card that a purchase on this date falls under: the newest start not after it, of several with that start the highest version. */
export function cardInForce(cards: readonly RateCard[], channel: string, date: string): RateCard | null {
  let found: RateCard | null = null;
  for (const card of cards) {
    if (card.channel !== channel || card.fromDate > date) continue;
    if (!found || card.fromDate > found.fromDate || (card.fromDate === found.fromDate && card.version > found.version)) found = card;
  }
  return found;
}
