import type { SubmissionState } from "./submission-state";

/** Where a text stands for its shop. down: it was approved and is not shown any more. */
export const COPY_STANDINGS = ["draft", "waiting", "second-look", "changes-asked", "rejected", "live", "down", "archived"] as const;
export type CopyStanding = (typeof COPY_STANDINGS)[number];

export interface StandingFacts {
  version: number;
  archived: boolean;
  isLive: boolean;
  /** the newest submission, of whichever version */
  newest: { version: number; state: SubmissionState } | null;
}

export function copyStanding({ version, archived, isLive, newest }: StandingFacts): CopyStanding {
  if (archived) return "archived";
  if (newest && newest.version === version) {
    if (newest.state === "approved") return isLive ? "live" : "down";
    if (newest.state !== "withdrawn") return newest.state;
  }
  return "draft";
}
