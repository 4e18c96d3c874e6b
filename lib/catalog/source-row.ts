/** A row of a file as its reader gives it. */
export interface SourceRow {
  /** as a person sees it: the line where the row begins, or the number of the row in its sheet */
  line: number;
  cells: string[];
  spoiled?: SpoiledCell[];
}

/** A cell that holds something, but nothing that may be taken for what somebody typed. */
export interface SpoiledCell {
  /** from 0 */
  column: number;
  why: "formula" | "merged" | "error-value";
}
