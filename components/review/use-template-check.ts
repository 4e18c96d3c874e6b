"use client";
import { useEffect, useState } from "react";
import type { ActionResult } from "@/components/ui/refusal";
import type { TemplateProblem } from "@/lib/review/judge-template";
import { tryTemplateInput, type TryTemplateInput } from "@/lib/review/template-schema";

const TYPING_PAUSE_MS = 400;

export type TryTemplate = (input: TryTemplateInput) => Promise<ActionResult<TemplateProblem[]>>;

/** What the server would say to these words now: null until it has said so of exactly them, or where they are not complete. */
export function useTemplateCheck(input: TryTemplateInput, tryTemplate: TryTemplate): { problems: readonly TemplateProblem[] | null; isComplete: boolean } {
  const asked = JSON.stringify(input);
  const isComplete = tryTemplateInput.safeParse(input).success;
  const [answer, setAnswer] = useState<{ asked: string; problems: readonly TemplateProblem[] } | null>(null);
  useEffect(() => {
    if (!isComplete) return;
    let isStale = false;
    const timer = setTimeout(async () => {
      const result = await tryTemplate(JSON.parse(asked) as TryTemplateInput);
      if (!isStale && result.ok) setAnswer({ asked, problems: result.value });
    }, TYPING_PAUSE_MS);
    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [asked, isComplete, tryTemplate]);
  return { problems: isComplete && answer?.asked === asked ? answer.problems : null, isComplete };
}
