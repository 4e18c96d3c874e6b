import type { Finding } from "@/lib/copy-check/check-copy";
import type { Category, RuleSet } from "@/lib/copy-check/rule-set";
import type { PlatformContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import type { CopyFacts } from "./copy-facts";
import type { KeptRuleSet } from "./rule-sets";
import type { FindingDecision } from "./submission-state";
import type { WorkSlices } from "./work-slices";

export const EXAMPLES_MAX = 50;
/** Of the words around a finding. */
const AROUND = 16;

export interface TrialExample {
  /** the submission, or the text that is live */
  id: string;
  before: string;
  words: string;
  after: string;
  category: Category;
  ruleId: string;
  /** what people decided, or whose text it is */
  state: string;
  shopName: string;
}

export interface TrialCount {
  texts: number;
  /** of these, how many people had approved */
  approved: number;
  examples: TrialExample[];
}

export interface Trial {
  /** newest decisions that were looked at, of how many */
  past: { looked: number; of: number; gained: TrialCount; lost: TrialCount };
  live: { looked: number; of: number; falling: number; shops: number; examples: TrialExample[] };
}

/** The rules as they are and as they would be. */
export interface RulesToTry {
  base: KeptRuleSet;
  changed: RuleSet;
  isTouched: (text: string) => boolean;
}

/** The texts that the changes may touch; the others are looked at with that. Where the time ends, neither. */
export async function sift<Row extends { text: string }>(rows: readonly Row[], { isTouched }: RulesToTry, slices: WorkSlices): Promise<{ touched: Row[]; spared: number }> {
  const touched: Row[] = [];
  let spared = 0;
  for (const row of rows) {
    if (!(await slices.goOn())) break;
    if (isTouched(row.text)) touched.push(row);
    else spared++;
  }
  return { touched, spared };
}

export interface Judged {
  state: string;
  submittedAt: Date;
  ruleSetSha256: string;
  offerId: string | null;
  findings: Finding[];
  facts: CopyFacts;
  said: FindingDecision[];
}

/** What was found and decided when these were reviewed. */
export async function loadJudged(ctx: PlatformContext, ids: readonly string[]): Promise<Map<string, Judged>> {
  if (ids.length === 0) return new Map();
  return inRead(ctx, async ({ tx }) => {
    const rows = await tx.copySubmission.findMany({ where: { id: { in: [...ids] } }, select: { id: true, state: true, submittedAt: true, ruleSetSha256: true, offerId: true, findings: true, facts: true } });
    const decisions = await tx.copyDecision.findMany({ where: { submissionId: { in: [...ids] } }, orderBy: { step: "asc" }, select: { submissionId: true, findings: true } });
    return new Map(
      rows.map(({ id, findings, facts, ...row }) => {
        const said = decisions.flatMap(({ submissionId, findings }) => (submissionId === id ? (findings as unknown as FindingDecision[]) : []));
        return [id, { ...row, findings: findings as unknown as Finding[], facts: facts as unknown as CopyFacts, said }];
      }),
    );
  });
}

export function exampleOf(text: string, { start, end, matched, category, ruleId }: Finding, about: Pick<TrialExample, "id" | "state" | "shopName">): TrialExample {
  return { ...about, before: text.slice(Math.max(0, start - AROUND), start).toWellFormed(), words: matched, after: text.slice(end, end + AROUND).toWellFormed(), category, ruleId };
}
