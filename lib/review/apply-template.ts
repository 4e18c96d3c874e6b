import type { CalendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import type { LabelTemplate } from "@/lib/label-text/template";
import type { KeptTemplate } from "@/lib/label-text/template-in-force";
import { listKeptTemplates, TEMPLATE_VERSIONS_MAX } from "@/lib/offers/templates";
import { notePlatformChange } from "@/lib/platform/change-notice";
import type { InTx, PlatformContext } from "@/lib/platform/context";
import { DomainError, notFound } from "@/lib/platform/errors";
import { lockVersions } from "@/lib/rate-cards/lock-versions";
import { getMarketFacts } from "@/lib/rate-cards/queries";
import { refuseProblems } from "@/lib/rate-cards/refuse-problems";
import { judgeTemplate, type TemplateProblem } from "./judge-template";
import { ruleSetInForce } from "./rule-sets";
import { sampleQuotes } from "./sample-quotes";
import { templateChangeSchema, type TemplateChange } from "./template-schema";

/** Adds the version that was proposed, from its date; from now where that date came while the proposal was open. */
export async function applyTemplate(ctx: InTx<PlatformContext>, { content, effectiveFrom }: { content: unknown; effectiveFrom: Date }): Promise<Record<string, unknown>> {
  const change = templateChangeSchema.parse(content);
  const now = ctx.clock.now();
  const validFrom = effectiveFrom > now ? effectiveFrom : now;
  const kept = await lockTemplates(ctx, change);
  await refuseFaultyTemplate(ctx, { change, fromDate: shanghaiDateOf(validFrom), kept });
  const before = newestOf(kept, change.code);
  const { code, kind, placements, mainLine, subLine }: Omit<LabelTemplate, "version"> = change.change === "words" ? change : before!;
  const after = { code, version: change.basis + 1, kind, placements: [...placements], mainLine, subLine, status: change.change === "retire" ? "retired" : "approved", validFrom };
  await ctx.tx.labelTemplate.create({ data: { ...after, approvedBy: ctx.actor.id ?? ctx.actor.name } });
  await notePlatformChange(ctx);
  return { before, after };
}

/** All versions there are, held until the transaction ends; the next one must follow what its author saw. */
export async function lockTemplates(ctx: InTx<PlatformContext>, { code, basis }: Pick<TemplateChange, "code" | "basis">): Promise<KeptTemplate[]> {
  await lockVersions(ctx, "label-template");
  const kept = await listKeptTemplates(ctx);
  if (kept.length >= TEMPLATE_VERSIONS_MAX) throw new DomainError("too_large", { params: { limit: TEMPLATE_VERSIONS_MAX } });
  const newest = newestOf(kept, code);
  if (basis > 0 && !newest) throw notFound("label-template");
  // A new code that is taken is a problem of its field and not a race.
  if (basis > 0 && newest?.version !== basis) throw new DomainError("conflict", { params: { what: "label-template" }, data: { newest } });
  return kept;
}

export const newestOf = (kept: readonly KeptTemplate[], code: string): KeptTemplate | null => kept.filter((one) => one.code === code).at(-1) ?? null;

interface Judged {
  change: TemplateChange;
  fromDate: CalendarDate;
  kept: readonly KeptTemplate[];
}

/** Refuses with everything that speaks against it. */
export async function refuseFaultyTemplate(ctx: InTx<PlatformContext>, judged: Judged): Promise<void> {
  refuseProblems(await findTemplateProblems(ctx, judged));
}

/** What speaks against it, by the card of its first day and the rules of now. */
export async function findTemplateProblems(ctx: InTx<PlatformContext>, { change, fromDate, kept }: Judged): Promise<TemplateProblem[]> {
  const now = ctx.clock.now();
  const samples = sampleQuotes(await getMarketFacts(ctx), fromDate);
  const { set } = await ruleSetInForce(ctx, now);
  return judgeTemplate({ change, fromDate, today: shanghaiDateOf(now), now, kept, samples, rules: set });
}
