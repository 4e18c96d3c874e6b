import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import { checkCopy } from "@/lib/copy-check/check-copy";
import { copyInputSchema, copyToCheck } from "@/lib/copy-check/schema";
import { issuesOf } from "@/lib/platform/zod-issues";
import { type LineAnswer, type LineFields } from "@/scripts/yuefu/json-lines";

export function answerCopyRow({ id: _id, ...row }: LineFields): LineAnswer {
  const parsed = copyInputSchema.safeParse(row);
  if (!parsed.success) return { isFailure: true, fields: { error: "bad-input", issues: issuesOf(parsed.error) } };
  const { findings, verdict, truncated } = checkCopy(copyToCheck(parsed.data), BUILT_IN_RULE_SET);
  return { isFailure: false, fields: { findings, verdict, ...(truncated && { truncated }) } };
}
