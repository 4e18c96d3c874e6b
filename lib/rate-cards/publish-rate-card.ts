import { requirePermission } from "@/lib/access/require-permission";
import { recordAudit } from "@/lib/audit/record-audit";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { notePlatformChange } from "@/lib/platform/change-notice";
import type { PlatformContext } from "@/lib/platform/context";
import { DomainError } from "@/lib/platform/errors";
import { toColumn } from "@/lib/platform/fen-column";
import { newId } from "@/lib/platform/id";
import { inTransaction } from "@/lib/platform/transaction";
import type { RateCard } from "@/lib/quote/schema";
import { cardInForce } from "./card-in-force";
import { checkRateCard } from "./check-rate-card";
import { lockVersions } from "./lock-versions";
import { getMarketFacts } from "./queries";
import { refuseProblems } from "./refuse-problems";
import { publishRateCardInput } from "./schema";
import { toDateColumn } from "./stored-facts";

/** Adds the next version of a channel's card. Published cards are never edited. */
export async function publishRateCard(ctx: PlatformContext, input: unknown): Promise<RateCard> {
  requirePermission(ctx, "rate-card:publish");
  const { expectedVersion, ...terms } = publishRateCardInput.parse(input);
  return inTransaction(ctx, async (ctx) => {
    await lockVersions(ctx, `rate-card ${terms.channel}`);
    const facts = await getMarketFacts(ctx);
    const newest = facts.rateCards.filter((card) => card.channel === terms.channel).at(-1) ?? null;
    if ((newest?.version ?? 0) !== expectedVersion) throw new DomainError("conflict", { data: { newest } });
    const now = ctx.clock.now();
    const card: RateCard = { ...terms, id: newId("card", now), version: expectedVersion + 1 };
    refuseProblems(checkRateCard(card, facts, shanghaiDateOf(now)));
    const { rows, minAmountFen, maxAmountFen, fromDate, ...columns } = card;
    await ctx.tx.rateCard.create({
      data: {
        ...columns,
        minAmountFen: toColumn(minAmountFen),
        maxAmountFen: toColumn(maxAmountFen),
        fromDate: toDateColumn(fromDate),
        createdAt: now,
        createdBy: ctx.actor.id,
        rows: { create: rows },
      },
    });
    await notePlatformChange(ctx);
    await recordAudit(ctx, "rate-card.published", `rate-card:${card.id}`, { replaces: cardInForce(facts.rateCards, card.channel, fromDate)?.id ?? null, card });
    return card;
  });
}
