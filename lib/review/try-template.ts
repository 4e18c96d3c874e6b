import { requirePermission } from "@/lib/access/require-permission";
import { listKeptTemplates } from "@/lib/offers/templates";
import type { PlatformContext } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { findTemplateProblems } from "./apply-template";
import type { TemplateProblem } from "./judge-template";
import { tryTemplateInput, type TryTemplateInput } from "./template-schema";

/** What would speak against proposing this now; stores nothing. */
export async function tryTemplate(ctx: PlatformContext, input: TryTemplateInput): Promise<TemplateProblem[]> {
  requirePermission(ctx, "template:propose");
  const { change, expectedVersion, fromDate, ...words } = tryTemplateInput.parse(input);
  return inRead(ctx, async (ctx) =>
    findTemplateProblems(ctx, { change: change === "words" ? { change, ...words, basis: expectedVersion } : { change, code: words.code, basis: Math.max(expectedVersion, 1) }, fromDate, kept: await listKeptTemplates(ctx) }),
  );
}
