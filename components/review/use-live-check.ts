"use client";
import { useEffect, useRef, useState } from "react";
import type { CopyCheck } from "@/lib/copy-check/check-copy";
import type { RuleSet } from "@/lib/copy-check/rule-set";
import type { CopyFacts } from "@/lib/review/copy-facts";
import type { CheckAnswer, CheckRequest } from "./check-worker";

const TYPING_PAUSE_MS = 200;

/** What was found, and in which words: somebody may have typed on meanwhile. */
export interface CheckedText extends CopyCheck {
  text: string;
}

/**
 * What the machine finds while one types: the same engine as on the server, in a worker. Null until there is something to say.
 * A set of rules that compliance has changed comes with the page.
 */
export function useLiveCheck(text: string, facts: Pick<CopyFacts, "quotes" | "window">, rules: RuleSet | null): CheckedText | null {
  const [checked, setChecked] = useState<CheckedText | null>(null);
  const worker = useRef<Worker | null>(null);
  const asked = useRef(0);

  useEffect(() => {
    const started = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
    started.onmessage = ({ data }: MessageEvent<CheckAnswer>) => {
      if (data.id === asked.current) setChecked({ text: data.text, ...data.check });
    };
    worker.current = started;
    return () => started.terminate();
  }, []);

  useEffect(() => {
    const timer = setTimeout(() => {
      const request: CheckRequest = { id: ++asked.current, text, facts, rules };
      worker.current?.postMessage(request);
    }, TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, facts, rules]);
  return checked;
}
