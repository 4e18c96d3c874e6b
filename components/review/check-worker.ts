import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import type { CopyCheck } from "@/lib/copy-check/check-copy";
import { ruleSetSchema, type RuleSet } from "@/lib/copy-check/rule-set";
import type { CopyFacts } from "@/lib/review/copy-facts";
import { judgeWords } from "@/lib/review/judge-words";

export interface CheckRequest {
  id: number;
  text: string;
  facts: Pick<CopyFacts, "quotes" | "window">;
  /** null: the rules that come with the program */
  rulesSha256: string | null;
}

export interface CheckAnswer {
  id: number;
  text: string;
  /** null where the rules could not be had */
  check: CopyCheck | null;
}

let fetched: { sha256: string; set: Promise<RuleSet> } | undefined;

/** A set is the same object for as long as it is asked for, since it is made ready but once; one that did not come is asked for again. */
function rulesOf(sha256: string | null): RuleSet | Promise<RuleSet> {
  if (sha256 === null) return BUILT_IN_RULE_SET;
  if (fetched?.sha256 !== sha256) fetched = { sha256, set: fetchRules(sha256) };
  return fetched.set;
}

async function fetchRules(sha256: string): Promise<RuleSet> {
  const response = await fetch(`/api/v1/copy-rules/${sha256}`);
  if (!response.ok) throw new Error(`rules: ${response.status}`);
  return ruleSetSchema.parse(await response.json());
}

// Making the rules ready takes longer than a frame, so it is done beside the page.
self.onmessage = async ({ data: { id, text, facts, rulesSha256 } }: MessageEvent<CheckRequest>) => {
  // Why they did not come is in the browser's own log; here it is said that they did not.
  const rules = await Promise.resolve(rulesOf(rulesSha256)).catch(() => {
    fetched = undefined;
    return null;
  });
  const answer: CheckAnswer = { id, text, check: rules && judgeWords(text, facts, rules, new Date()) };
  self.postMessage(answer);
};
