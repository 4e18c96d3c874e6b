/** Where a label is shown. */
export const PLACEMENTS = ["LIVESTREAM", "SHOWCASE", "POI"] as const;
export type Placement = (typeof PLACEMENTS)[number];
