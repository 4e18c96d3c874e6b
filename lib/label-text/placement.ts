/** Where a label stands. The narrowest places decide the words. */
export type LabelPlacement = "LIVESTREAM" | "SHOWCASE" | "POI";

/** Widths in full-width characters. */
export const LABEL_WIDTHS: Record<LabelPlacement, { main: number; sub: number }> = {
  LIVESTREAM: { main: 12, sub: 20 },
  SHOWCASE: { main: 16, sub: 24 },
  POI: { main: 20, sub: 30 },
};
