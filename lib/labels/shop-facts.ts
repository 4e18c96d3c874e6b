import { shanghaiDateOf, shanghaiMidnightAfter } from "@/lib/calendar/shanghai";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import type { LabelTemplate } from "@/lib/label-text/template";
import { templatesInForce, type KeptTemplate } from "@/lib/label-text/template-in-force";
import type { Fen } from "@/lib/money/fen";
import { offerStateAt, windowBoundariesAfter, type OfferEventFact, type OfferRevisionFact, type OfferState } from "@/lib/offers/offer-state";
import type { MarketFacts } from "@/lib/rate-cards/market-facts";

export interface OfferFacts {
  offerId: string;
  revisions: OfferRevisionFact[];
  events: OfferEventFact[];
  /** merchant-borne fee used so far */
  usedFen: Fen;
}

export interface StopFact {
  kind: "stopped" | "lifted";
  at: Date;
  reason: string;
}

export interface OwnFacts {
  offers: OfferFacts[];
  /** oldest first */
  stops: StopFact[];
}

export interface PlatformFacts {
  templates: KeptTemplate[];
  market: MarketFacts;
}

/** Everything but products that a shop's labels are made of. */
export type ShopFacts = OwnFacts & PlatformFacts;

export interface StandingOffer {
  offerId: string;
  state: OfferState;
  revision: OfferRevisionFact;
  usedFen: Fen;
}

/** Those facts at one instant: what holds, and until when the clock alone changes nothing. */
export interface Standing {
  instant: Date;
  orderDate: CalendarDate;
  stopped: StopFact | null;
  offers: StandingOffer[];
  templates: ReadonlyMap<string, LabelTemplate>;
  market: MarketFacts;
  /** the next Shanghai midnight, or sooner where an offer's window or a template begins or ends */
  boundary: Date;
}

export function standingAt({ offers, stops, templates, market }: ShopFacts, instant: Date): Standing {
  const orderDate = shanghaiDateOf(instant);
  let boundary = new Date(shanghaiMidnightAfter(orderDate));
  const endsAt = (candidate: Date) => {
    if (candidate > instant && candidate < boundary) boundary = candidate;
  };

  let lastStop: StopFact | null = null;
  for (const stop of stops) {
    if (stop.at <= instant) lastStop = stop;
    else endsAt(stop.at);
  }
  const standing: StandingOffer[] = [];
  for (const { offerId, revisions, events, usedFen } of offers) {
    for (const { publishedAt } of revisions) endsAt(publishedAt);
    for (const { at } of events) endsAt(at);
    const { state, revision } = offerStateAt(events, revisions, instant);
    if (!revision) continue;
    for (const edge of windowBoundariesAfter(revision.content, instant)) endsAt(edge);
    standing.push({ offerId, state, revision, usedFen });
  }
  for (const { validFrom } of templates) endsAt(validFrom);

  return {
    instant,
    orderDate,
    stopped: lastStop?.kind === "stopped" ? lastStop : null,
    offers: standing,
    templates: templatesInForce(templates, instant),
    market,
    boundary,
  };
}
