import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { Context } from "@/lib/platform/context";
import { ceilingInForce } from "@/lib/policy/ceiling-in-force";
import type { LprRate, Policy } from "@/lib/quote/schema";
import { cardImpact, type CardImpact } from "./card-impact";
import type { MarketFacts } from "./market-facts";
import { getMarketFacts, listLprRates, listPolicies } from "./queries";
import { policyStanding, type Standing } from "./version-state";

export interface PolicyOverview {
  /** ceilingPpm: today, or on the first day of one that is yet to come; null where the prime rate of that day is unknown */
  versions: { policy: Policy; standing: Standing; ceilingPpm: number | null; publishedAt: string }[];
  nextAfter: string | null;
  lprRates: (LprRate & { version: number; publishedAt: string })[];
  /** terms of today's cards above a ceiling of today */
  impact: CardImpact[];
  facts: MarketFacts;
}

export async function getPolicyOverview(ctx: Context, { after }: { after?: string } = {}): Promise<PolicyOverview> {
  const today = shanghaiDateOf(ctx.clock.now());
  const facts = await getMarketFacts(ctx);
  const { rows, nextAfter } = await listPolicies(ctx, { after });
  const rates = await listLprRates(ctx);
  return {
    versions: rows.map(({ createdAt, createdBy: _createdBy, ...policy }) => ({
      policy,
      standing: policyStanding(policy, facts.policies, today),
      ceilingPpm: ceilingInForce(policy, facts.lprRates, policy.fromDate > today ? policy.fromDate : today),
      publishedAt: createdAt.toISOString(),
    })),
    nextAfter,
    lprRates: rates.map(({ createdAt, createdBy: _createdBy, ...rate }) => ({ ...rate, publishedAt: createdAt.toISOString() })),
    impact: cardImpact(facts, today),
    facts,
  };
}
