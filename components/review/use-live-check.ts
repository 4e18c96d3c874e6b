"use client";
import { useEffect, useState } from "react";
import type { CopyCheck } from "@/lib/copy-check/check-copy";
import type { RuleSet } from "@/lib/copy-check/rule-set";
import type { CopyFacts } from "@/lib/review/copy-facts";

const TYPING_PAUSE_MS = 250;

/** The same engine as on the server, loaded when somebody writes; rules that compliance has changed come with the page. */
const loadEngine = () => Promise.all([import("@/lib/review/judge-words"), import("@/lib/copy-check/built-in/built-in-rule-set")]);

/** What the machine finds while one types; null until there is something to say. */
export function useLiveCheck(text: string, facts: Pick<CopyFacts, "quotes" | "window">, rules: RuleSet | null): CopyCheck | null {
  const [check, setCheck] = useState<CopyCheck | null>(null);
  useEffect(() => {
    let isStale = false;
    const timer = setTimeout(async () => {
      const [{ judgeWords }, { BUILT_IN_RULE_SET }] = await loadEngine();
      if (!isStale) setCheck(judgeWords(text, facts, rules ?? BUILT_IN_RULE_SET, new Date()));
    }, TYPING_PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [text, facts, rules]);
  return check;
}
