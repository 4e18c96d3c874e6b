import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { notePlatformChange } from "@/lib/platform/change-notice";
import type { PlatformContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { inTransaction } from "@/lib/platform/transaction";
import type { LprRate } from "@/lib/quote/schema";
import { checkLprRate, rateOnDate } from "./check-policy";
import { lockVersions } from "./lock-versions";
import { getMarketFacts } from "./queries";
import { refuseProblems } from "./refuse-problems";
import { publishLprRateInput } from "./schema";
import { toDateColumn, toLprRate } from "./stored-facts";

/** Every quote carries all dates, and the engine takes so many. */
const LPR_DATES_MAX = 1_000;

/** Records the one-year prime rate from a date on, or corrects one that has not begun before today by a newer version. */
export async function publishLprRate(ctx: PlatformContext, input: unknown): Promise<LprRate> {
  requirePermission(ctx, "policy:publish");
  const { expectedVersion, ...rate } = publishLprRateInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    await lockVersions(ctx, "lpr-rate");
    const facts = await getMarketFacts(ctx);
    const newest = await ctx.tx.lprRate.findFirst({ where: { fromDate: toDateColumn(rate.fromDate) }, orderBy: { version: "desc" } });
    if ((newest?.version ?? 0) !== expectedVersion) throw new DomainError("conflict", { data: { newest: newest && toLprRate(newest) } });
    if (facts.lprRates.length >= LPR_DATES_MAX) throw new DomainError("too_large", { params: { limit: LPR_DATES_MAX } });
    const now = ctx.clock.now();
    refuseProblems(checkLprRate(rate, facts, shanghaiDateOf(now)));
    const version = expectedVersion + 1;
    await ctx.tx.lprRate.create({ data: { ...rate, version, fromDate: toDateColumn(rate.fromDate), createdAt: now, createdBy: ctx.actor.id } });
    await notePlatformChange(ctx);
    await recordAudit(ctx, "lpr-rate.published", `lpr-rate:${rate.fromDate}`, { before: rateOnDate(facts.lprRates, rate.fromDate), after: rate, version });
    return rate;
  });
}
