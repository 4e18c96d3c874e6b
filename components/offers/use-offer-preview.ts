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

/** Asks the server what the offer would do, a moment after the last key; an answer to what is no longer typed is dropped. */
export function useOfferPreview({ shopId, offerId, content, unlabelled }: { shopId: string; offerId: string | null; content: OfferContent | null; unlabelled: { loss?: string; page: number } }): PreviewState {
  const question = content && JSON.stringify({ content, ...(offerId && { offerId }), unlabelled });
  const [answer, setAnswer] = useState<{ question: string; preview: OfferPreview } | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(0);
  const isFirst = useRef(true);

  useEffect(() => {
    if (question === null) return;
    const controller = new AbortController();
    const timer = setTimeout(
      () => {
        isFirst.current = false;
        ask(shopId, question, controller.signal).then(
          (preview) => {
            setAnswer({ question, preview });
            setFailed(null);
          },
          () => {
            if (!controller.signal.aborted) setFailed(question);
          },
        );
      },
      isFirst.current ? 0 : ASK_AFTER_MS,
    );
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
