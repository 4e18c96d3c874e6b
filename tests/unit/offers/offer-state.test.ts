import { describe, expect, test } from "vitest";
import { lossOfState, offerStateAt, type OfferEventFact, type OfferEventKind, type OfferRevisionFact } from "@/lib/offers/offer-state";
import { offer } from "./offer-facts";

const at = (day: number) => new Date(`2026-11-${String(day).padStart(2, "0")}T00:00:00+08:00`);
const window = (from: number, to: number) => ({ from: at(from).toISOString(), to: at(to).toISOString() });
const revision = (number: number, publishedDay: number, from: number, to: number): OfferRevisionFact => ({ revision: number, publishedAt: at(publishedDay), content: offer({ window: window(from, to) }) });
const event = (kind: OfferEventKind, day: number, seq = day): OfferEventFact => ({ kind, at: at(day), seq });

describe("the state of an offer at an instant", () => {
  const revisions = [revision(1, 2, 5, 20)];
  test.each([
    ["before it was published", [], 1, "draft"],
    ["published, the window not begun", [], 4, "scheduled"],
    ["at the first instant of the window", [], 5, "live"],
    ["at the end, which is exclusive", [], 20, "ended"],
    ["paused", [event("paused", 6)], 7, "paused"],
    ["paused before the window began", [event("paused", 3)], 6, "paused"],
    ["before the pause", [event("paused", 6)], 5, "live"],
    ["resumed", [event("paused", 6), event("resumed", 8)], 8, "live"],
    ["paused when the window ends", [event("paused", 6)], 21, "ended"],
    ["ended by hand", [event("ended", 7)], 7, "ended"],
    ["two switches at one instant: the later one", [event("resumed", 6, 2), event("paused", 6, 1)], 6, "live"],
  ])("%s", (_when, events, day, state) => {
    expect(offerStateAt(events, revisions, at(day)).state).toBe(state);
  });

  test("a revision is in effect from its publication, and may extend a window that is over", () => {
    const two = [...revisions, revision(2, 22, 22, 28)];
    expect(offerStateAt([], two, at(10))).toMatchObject({ state: "live", revision: { revision: 1 } });
    expect(offerStateAt([], two, at(21))).toMatchObject({ state: "ended", endedByHand: false, revision: { revision: 1 } });
    expect(offerStateAt([], two, at(22))).toMatchObject({ state: "live", revision: { revision: 2 } });
  });

  test("a pause outlives a new revision; an end is for good, also of a draft", () => {
    const two = [...revisions, revision(2, 8, 5, 28)];
    expect(offerStateAt([event("paused", 6)], two, at(9)).state).toBe("paused");
    expect(offerStateAt([event("ended", 6)], two, at(9))).toMatchObject({ state: "ended", endedByHand: true });
    expect(offerStateAt([event("ended", 6)], [], at(9))).toMatchObject({ state: "ended", revision: null });
  });

  test("each state but live names its loss", () => {
    expect((["draft", "scheduled", "live", "paused", "ended"] as const).map(lossOfState)).toEqual(["not-published", "not-started", null, "paused", "ended"]);
  });
});
