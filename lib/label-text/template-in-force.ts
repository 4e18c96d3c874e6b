import type { LabelTemplate } from "./template";

/** A template as it is kept: a version says from when it holds, and a retirement is a version too. */
export interface KeptTemplate extends LabelTemplate {
  status: "approved" | "retired";
  validFrom: Date;
}

/** The version of each code that holds at an instant, without the retired ones. */
export function templatesInForce(kept: readonly KeptTemplate[], instant: Date): Map<string, LabelTemplate> {
  const newest = new Map<string, KeptTemplate>();
  for (const template of kept) {
    if (template.validFrom > instant) continue;
    const known = newest.get(template.code);
    if (!known || template.version > known.version) newest.set(template.code, template);
  }
  for (const [code, { status }] of newest) if (status === "retired") newest.delete(code);
  return newest;
}
