import { checkCopy, type CopyCheck, type Finding } from "@/lib/copy-check/check-copy";
import type { RuleSet } from "@/lib/copy-check/rule-set";
import type { CopyFacts } from "./copy-facts";
import type { FindingDecision } from "./submission-state";

/** A text of a shop judged by the facts it is attached to. */
export function judgeWords(text: string, { quotes, window }: Pick<CopyFacts, "quotes" | "window">, set: RuleSet, now: Date): CopyCheck {
  return checkCopy({ text, kind: "free", facts: quotes, ...(window && { window: { ...window, now } }) }, set);
}

/** What a person has said to a finding holds for the same words under the same category, whichever rule finds them later. */
const keyOf = ({ category, start, end }: Pick<Finding, "category" | "start" | "end">): string => `${category} ${start} ${end}`;

/** Block findings that nobody has overruled: where there is one, an approved text may not be shown. */
export function newBlocks(findings: readonly Finding[], approved: readonly Finding[], decisions: readonly FindingDecision[]): Finding[] {
  const overruled = new Set(decisions.flatMap(({ finding, verdict }) => (verdict === "overruled" && approved[finding] ? [keyOf(approved[finding])] : [])));
  return findings.filter((finding) => finding.level === "block" && !(overruled.has(keyOf(finding)) && isSameNumber(finding, approved)));
}

/** A number that was let pass is let pass as it stood against the quote of then, not against another. */
function isSameNumber(finding: Finding, approved: readonly Finding[]): boolean {
  if (!finding.number) return true;
  const before = approved.find((candidate) => keyOf(candidate) === keyOf(finding));
  return before?.number?.quoted === finding.number.quoted;
}
