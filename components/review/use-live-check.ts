"use client";
import { useEffect, useRef, useState } from "react";
import type { CopyCheck } from "@/lib/copy-check/check-copy";
import type { CopyFacts } from "@/lib/review/copy-facts";
import type { CheckAnswer, CheckRequest } from "./check-worker";

const TYPING_PAUSE_MS = 200;

/** What was found, and in which words: somebody may have typed on meanwhile. */
export interface CheckedText extends CopyCheck {
  text: string;
}

/**
 * What the machine finds while one types: the same engine as on the server, in a worker. Null until there is something to say.
 * A set of rules that compliance has changed is fetched by its fingerprint, once. `failed`: there is no check as long as it cannot be had.
 */
export function useLiveCheck(text: string, facts: Pick<CopyFacts, "quotes" | "window">, rulesSha256: string | null): CheckedText | "failed" | null {
  const [checked, setChecked] = useState<CheckedText | "failed" | null>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);

  useEffect(() => {
    const started = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
    started.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.id === asked.current) setChecked(data.check ? { text: data.text, ...data.check } : "failed");
    };
    worker.current = started;
    return () => started.terminate();
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => {
      const request: CheckRequest = { id: ++asked.current, text, facts, rulesSha256 };
      worker.current?.postMessage(request);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, facts, rulesSha256]);
  return checked;
}
