import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import type { CopyCheck } from "@/lib/copy-check/check-copy";
import type { RuleSet } from "@/lib/copy-check/rule-set";
import type { CopyFacts } from "@/lib/review/copy-facts";
import { judgeWords } from "@/lib/review/judge-words";

export interface CheckRequest {
  id: number;
  text: string;
  facts: Pick<CopyFacts, "quotes" | "window">;
  /** null: those that come with the program */
  rules: RuleSet | null;
}

export interface CheckAnswer {
  id: number;
  text: string;
  check: CopyCheck;
}

// Making the rules ready takes longer than a frame, so it is done beside the page.
self.onmessage = ({ data: { id, text, facts, rules } }: MessageEvent<CheckRequest>) => {
  const answer: CheckAnswer = { id, text, check: judgeWords(text, facts, rules ?? BUILT_IN_RULE_SET, new Date()) };
  self.postMessage(answer);
};
