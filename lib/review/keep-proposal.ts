import type { Prisma } from "@/generated/prisma/client";
import { shanghaiMidnightBefore } from "@/lib/calendar/shanghai";
import type { CalendarDate } from "@/lib/calendar/calendar-date";
import type { InTx, PlatformContext } from "@/lib/platform/context";
import { newId } from "@/lib/platform/id";
import type { ProposalKind } from "./proposal-kinds";

/** Keeps a proposal of the person who asks, open for another to decide on. */
export async function keepProposal(ctx: InTx<PlatformContext>, { kind, content, note, fromDate }: { kind: ProposalKind; content: object; note: string; fromDate: CalendarDate }): Promise<string> {
  const proposedAt = ctx.clock.now();
  const id = newId("prp", proposedAt);
  await ctx.tx.proposal.create({
    data: {
      id,
      kind,
      content: content as Prisma.InputJsonValue,
      note,
      effectiveFrom: new Date(shanghaiMidnightBefore(fromDate)),
      state: "open",
      proposedBy: ctx.actor.id ?? ctx.actor.name,
      proposedName: ctx.actor.name,
      proposedAt,
    },
  });
  return id;
}
