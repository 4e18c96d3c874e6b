/** What decides between two offers that could both label the same product. */
export interface Rank {
  priority: number;
  nominalPpm: number;
  term: number;
  offerId: string;
}

export const RANK_STEPS = ["priority", "nominal-apr", "term", "offer-id"] as const;
export type RankStep = (typeof RANK_STEPS)[number];

/** Negative where `a` wins: higher priority number, lower nominal APR, longer term, smaller offer id in code-unit order. */
export function compareRanks(a: Rank, b: Rank): number {
  return b.priority - a.priority || a.nominalPpm - b.nominalPpm || b.term - a.term || (a.offerId < b.offerId ? -1 : a.offerId > b.offerId ? 1 : 0);
}

/** The step that decides, or null where the two rank the same. */
export function decidingStep(a: Rank, b: Rank): RankStep | null {
  if (a.priority !== b.priority) return "priority";
  if (a.nominalPpm !== b.nominalPpm) return "nominal-apr";
  if (a.term !== b.term) return "term";
  return a.offerId === b.offerId ? null : "offer-id";
}
