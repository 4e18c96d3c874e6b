import type { Loss } from "./loss";
import type { OfferContent } from "./schema";

export const OFFER_STATES = ["draft", "scheduled", "live", "paused", "ended"] as const;
export type OfferState = (typeof OFFER_STATES)[number];

export const OFFER_EVENT_KINDS = ["published", "paused", "resumed", "ended"] as const;
export type OfferEventKind = (typeof OFFER_EVENT_KINDS)[number];

/** `seq` orders events of the same instant. */
export interface OfferEventFact {
  kind: OfferEventKind;
  at: Date;
  seq: number;
}

export interface OfferRevisionFact {
  revision: number;
  content: OfferContent;
  publishedAt: Date;
}

export interface OfferStanding {
  state: OfferState;
  /** the revision in effect, null before the first was published */
  revision: OfferRevisionFact | null;
  /** ended by a person, which is for good; an offer whose window is over may be published anew */
  endedByHand: boolean;
}

/**
 * What an offer is at an instant, from what was done to it and the window of the revision in effect. A revision is in effect
 * from the instant of its publication. Ending is for good, also for a draft; a pause outlives a new revision.
 */
export function offerStateAt(events: readonly OfferEventFact[], revisions: readonly OfferRevisionFact[], instant: Date): OfferStanding {
  let revision: OfferRevisionFact | null = null;
  for (const candidate of revisions) {
    if (candidate.publishedAt <= instant && (!revision || candidate.revision > revision.revision)) revision = candidate;
  }
  let lastSwitch: OfferEventFact | null = null;
  for (const event of events) {
    if (event.at > instant || event.kind === "published") continue;
    if (event.kind === "ended") return { state: "ended", revision, endedByHand: true };
    if (!lastSwitch || event.at > lastSwitch.at || (event.at.getTime() === lastSwitch.at.getTime() && event.seq > lastSwitch.seq)) lastSwitch = event;
  }
  if (!revision) return { state: "draft", revision: null, endedByHand: false };
  const { from, to } = revision.content.window;
  const now = instant.getTime();
  if (now >= Date.parse(to)) return { state: "ended", revision, endedByHand: false };
  if (lastSwitch?.kind === "paused") return { state: "paused", revision, endedByHand: false };
  return { state: now < Date.parse(from) ? "scheduled" : "live", revision, endedByHand: false };
}

/** Why an offer in this state gives no label; null where it may. */
export function lossOfState(state: OfferState): Loss | null {
  switch (state) {
    case "live":
      return null;
    case "draft":
      return "not-published";
    case "scheduled":
      return "not-started";
    default:
      return state;
  }
}

/** The instants after `after` at which the state changes by the clock alone, in order. */
export function windowBoundariesAfter(content: OfferContent, after: Date): Date[] {
  return [content.window.from, content.window.to].map((text) => new Date(text)).filter((boundary) => boundary > after);
}
