import type { LabelTemplate } from "@/lib/label-text/template";
import { templatesInForce, type KeptTemplate } from "@/lib/label-text/template-in-force";
import { TEMPLATE_KINDS } from "@/lib/label-text/template";
import type { Context } from "@/lib/platform/context";
import { inRead } from "@/lib/platform/transaction";
import { z } from "zod";
import { placementSchema } from "./schema";

export const TEMPLATE_VERSIONS_MAX = 1_000;

const storedTemplateSchema = z.object({
  code: z.string(),
  version: z.int(),
  kind: z.enum(TEMPLATE_KINDS),
  placements: z.array(placementSchema),
  mainLine: z.string(),
  subLine: z.string(),
  status: z.enum(["approved", "retired"]),
  validFrom: z.date(),
});

/** Every version of every label template that there is; everybody may read them. */
export async function listKeptTemplates(ctx: Context): Promise<KeptTemplate[]> {
  const rows = await inRead(ctx, ({ tx }) => tx.labelTemplate.findMany({ orderBy: [{ code: "asc" }, { version: "asc" }], take: TEMPLATE_VERSIONS_MAX }));
  return rows.map((row) => storedTemplateSchema.parse(row));
}

/** The templates that a shop may choose from now, by code. */
export async function listTemplatesInForce(ctx: Context, instant: Date = ctx.clock.now()): Promise<Map<string, LabelTemplate>> {
  return templatesInForce(await listKeptTemplates(ctx), instant);
}
