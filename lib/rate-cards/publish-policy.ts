import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { notePlatformChange } from "@/lib/platform/change-notice";
import type { PlatformContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/id";
import { inTransaction } from "@/lib/platform/transaction";
import type { Policy } from "@/lib/quote/schema";
import { checkPolicy, policyOnDate } from "./check-policy";
import { lockVersions } from "./lock-versions";
import { getMarketFacts } from "./queries";
import { refuseProblems } from "./refuse-problems";
import { publishPolicyInput } from "./schema";
import { toDateColumn } from "./stored-facts";

/** Every quote carries all versions, and the engine takes so many. */
const POLICY_VERSIONS_MAX = 200;

/** Adds the next version of a ceiling, or the first of a new one. Published policies are never edited. */
export async function publishPolicy(ctx: PlatformContext, input: unknown): Promise<Policy> {
  requirePermission(ctx, "policy:publish");
  const { expectedVersion, ...terms } = publishPolicyInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    await lockVersions(ctx, "policy");
    const facts = await getMarketFacts(ctx);
    const newest = facts.policies.filter((policy) => policy.code === terms.code).at(-1) ?? null;
    if ((newest?.version ?? 0) !== expectedVersion) throw new DomainError("conflict", { data: { newest } });
    if (facts.policies.length >= POLICY_VERSIONS_MAX) throw new DomainError("too_large", { params: { limit: POLICY_VERSIONS_MAX } });
    const now = ctx.clock.now();
    const policy: Policy = { ...terms, id: newId("policy", now), version: expectedVersion + 1 };
    refuseProblems(checkPolicy(policy, facts, shanghaiDateOf(now)));
    await ctx.tx.policy.create({
      data: {
        ...policy,
        fromDate: toDateColumn(policy.fromDate),
        untilDate: policy.untilDate && toDateColumn(policy.untilDate),
        createdAt: now,
        createdBy: ctx.actor.id,
      },
    });
    await notePlatformChange(ctx);
    await recordAudit(ctx, "policy.published", `policy:${policy.id}`, { replaces: policyOnDate(facts.policies, policy.code, policy.fromDate)?.id ?? null, policy });
    return policy;
  });
}
