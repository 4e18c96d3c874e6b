"use client";
import { useState } from "react";
import type { ActionResult, Refusal } from "@/components/ui/refusal";
import { offerContentSchema, type OfferContent } from "@/lib/offers/schema";
import type { OvertakenBy } from "@/lib/offers/refuse-stale";

export interface EditorActions {
  create: (input: { offerId: string; content: OfferContent }) => Promise<ActionResult<{ offerId: string; draftVersion: number }>>;
  save: (input: { offerId: string; expectedDraftVersion: number; content: OfferContent }) => Promise<ActionResult<{ draftVersion: number }>>;
  publish: (input: { offerId: string; expectedDraftVersion: number; expectedRevision: number }) => Promise<ActionResult<{ revision: number }>>;
}

/** What the editor knows of the offer as it is kept. */
export interface Kept {
  offerId: string;
  /** 0: not kept yet */
  draftVersion: number;
  revision: number;
  content: OfferContent;
}

/** Keeps and publishes what is edited; remembers what was kept, so that a second try makes no second offer. */
export function useEditorVerbs(initial: Kept, actions: EditorActions) {
  const [kept, setKept] = useState(initial);
  const [overtaken, setOvertaken] = useState<{ mine: OfferContent; theirs: OvertakenBy } | null>(null);

  /** The draft's version, or why it was not kept. */
  async function keep(content: OfferContent): Promise<ActionResult<Kept>> {
    const { offerId, draftVersion } = kept;
    const result = draftVersion === 0 ? await actions.create({ offerId, content }) : await actions.save({ offerId, expectedDraftVersion: draftVersion, content });
    if (!result.ok) return refused(result.refusal, content);
    const next = { ...kept, draftVersion: result.value.draftVersion, content };
    setKept(next);
    return { ok: true, value: next };
  }

  async function publish(content: OfferContent): Promise<ActionResult<Kept>> {
    const saved = await keep(content);
    if (!saved.ok) return saved;
    const { offerId, draftVersion, revision } = saved.value;
    const result = await actions.publish({ offerId, expectedDraftVersion: draftVersion, expectedRevision: revision });
    if (!result.ok) return refused(result.refusal, content);
    const next = { ...saved.value, revision: result.value.revision };
    setKept(next);
    return { ok: true, value: next };
  }

  function refused(refusal: Refusal, mine: OfferContent): { ok: false; refusal: Refusal } {
    const theirs = refusal.code === "conflict" ? overtakenBy(refusal.data) : null;
    if (theirs) setOvertaken({ mine, theirs });
    return { ok: false, refusal };
  }

  /** Goes on from the other's version; what they changed is the new base. */
  function goOnFrom({ content, draftVersion, revision }: OvertakenBy) {
    setKept({ offerId: kept.offerId, content, draftVersion, revision });
    setOvertaken(null);
  }

  return { kept, keep, publish, overtaken, goOnFrom, closeOvertaken: () => setOvertaken(null) };
}

function overtakenBy(data: unknown): OvertakenBy | null {
  if (!(data instanceof Object) || !("content" in data)) return null;
  const content = offerContentSchema.safeParse(data.content);
  return content.success ? { ...(data as OvertakenBy), content: content.data } : null;
}
