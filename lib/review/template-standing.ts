import type { KeptTemplate } from "@/lib/label-text/template-in-force";

/** retired: the end of the code, and it has come · replaced: a later version took its start before it could hold. */
export type TemplateStandingState = "in-force" | "upcoming" | "retired" | "past" | "replaced";

export interface TemplateStanding {
  state: TemplateStandingState;
  /** from when another version holds; null where none is known */
  until: Date | null;
}

/** Where a version stands among all versions of its code: it holds from its start until the first start of a higher one. */
export function templateStanding(one: KeptTemplate, ofCode: readonly KeptTemplate[], now: Date): TemplateStanding {
  const later = ofCode.filter(({ code, version }) => code === one.code && version > one.version);
  const until = later.length > 0 ? new Date(Math.min(...later.map(({ validFrom }) => validFrom.getTime()))) : null;
  if (until && until <= one.validFrom) return { state: "replaced", until };
  if (one.validFrom > now) return { state: "upcoming", until };
  if (until && until <= now) return { state: "past", until };
  return { state: one.status === "retired" ? "retired" : "in-force", until };
}
