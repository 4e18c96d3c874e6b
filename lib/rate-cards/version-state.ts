import { addDays, type CalendarDate } from "@/lib/calendar/calendar-date";
import type { Policy, RateCard } from "@/lib/quote/schema";
import { cardInForce } from "./card-in-force";
import { policyOnDate } from "./check-policy";

/** replaced: another version took its start before it could hold for a day. */
export type VersionState = "in-force" | "upcoming" | "past" | "replaced";

export interface Standing {
  state: VersionState;
  /** the last day it holds; null where no end is known */
  lastDay: CalendarDate | null;
}

/** Where a version of a card stands among all versions of its channel. */
export function cardStanding(card: RateCard, cards: readonly RateCard[], today: CalendarDate): Standing {
  const ofChannel = cards.filter((other) => other.channel === card.channel);
  return standing(card, ofChannel, today, (date) => cardInForce(ofChannel, card.channel, date)?.id ?? null, null);
}

/** Where a version of a policy stands among all versions of its code; one that has run out is past. */
export function policyStanding(policy: Policy, policies: readonly Policy[], today: CalendarDate): Standing {
  const ofCode = policies.filter((other) => other.code === policy.code);
  return standing(policy, ofCode, today, (date) => policyOnDate(ofCode, policy.code, date)?.id ?? null, policy.untilDate);
}

interface Dated {
  id: string;
  fromDate: CalendarDate;
}

function standing(one: Dated, all: readonly Dated[], today: CalendarDate, inForceOn: (date: CalendarDate) => string | null, untilDate: CalendarDate | null): Standing {
  if (inForceOn(one.fromDate) !== one.id) return { state: "replaced", lastDay: null };
  const laterStarts = all.map(({ fromDate }) => fromDate).filter((fromDate) => fromDate > one.fromDate);
  const successor = laterStarts.length > 0 ? addDays(laterStarts.reduce((first, date) => (date < first ? date : first)), -1) : null;
  const lastDay = untilDate && (!successor || untilDate < successor) ? untilDate : successor;
  if (one.fromDate > today) return { state: "upcoming", lastDay };
  return { state: lastDay && lastDay < today ? "past" : "in-force", lastDay };
}
