"use client";
import { useEffect, useRef, useState } from "react";
import type { OfferPreview } from "@/lib/offers/preview-offer";
import type { OfferContent } from "@/lib/offers/schema";

const ASK_AFTER_MS = 350;

export interface PreviewState {
  preview: OfferPreview | null;
  /** the preview answers exactly what is typed now */
  isFresh: boolean;
  hasFailed: boolean;
  retry: () => void;
}

export interface OfferPreviewQuestion {
  shopId: string;
  /** null while the offer is not kept yet */
  offerId: string | null;
  content: OfferContent | null;
  unlabelled: { loss?: string; page: number };
  /** came with the page: the answer to what the form holds at first */
  initial: OfferPreview | null;
}

/** Asks the server what the offer would do, a moment after the last key; an answer to what is no longer typed is dropped. */
export function useOfferPreview({ shopId, offerId, content, unlabelled, initial }: OfferPreviewQuestion): PreviewState {
  const question = content && JSON.stringify({ content, ...(offerId && { offerId }), unlabelled });
  const [answer, setAnswer] = useState<{ question: string; preview: OfferPreview } | null>(question === null || !initial ? null : { question, preview: initial });
  const [failed, setFailed] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const answered = useRef(answer?.question);

  useEffect(() => {
    if (question === null || question === answered.current) return;
    const controller = new AbortController();
    const timer = setTimeout(() => {
      ask(shopId, question, controller.signal).then(
        (preview) => {
          answered.current = question;
          setAnswer({ question, preview });
          setFailed(null);
        },
        () => {
          if (!controller.signal.aborted) setFailed(question);
        },
      );
    }, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      controller.abort();
    };
  }, [shopId, question, attempt]);

  return { preview: answer?.preview ?? null, isFresh: answer !== null && answer.question === question, hasFailed: failed !== null && failed === question, retry: () => setAttempt((count) => count + 1) };
}

async function ask(shopId: string, question: string, signal: AbortSignal): Promise<OfferPreview> {
  const response = await fetch(`/api/v1/shops/${encodeURIComponent(shopId)}/offers/preview`, { method: "POST", headers: { "content-type": "application/json" }, body: question, signal });
  if (!response.ok) throw new Error(`The preview answered ${response.status}`);
  return (await response.json()) as OfferPreview;
}
