import type { PictureType } from "./read-picture-header";
import type { ReadingProblem } from "./reading";
import type { RecognizedLine } from "./recognized-lines";

export const PICTURE_STATES = ["waiting", "reading", "read", "failed"] as const;
export type PictureState = (typeof PICTURE_STATES)[number];

/** A poster without its bytes. */
export interface Picture {
  id: string;
  productId: string | null;
  sha256: string;
  mediaType: PictureType;
  /** pixels, as it is shown */
  width: number;
  height: number;
  byteCount: number;
  state: PictureState;
  /** percent of the reading */
  progress: number;
  lines: RecognizedLine[];
  problem: ReadingProblem | null;
  createdAt: string;
  readAt: string | null;
}
