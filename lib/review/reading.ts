import type { RecognizedLine } from "./recognized-lines";

/** Why a picture that was taken in could not be read; each is worded in messages/<locale>/copy.json under `poster.failed`. */
export const READING_PROBLEMS = ["undecodable", "timeout", "internal"] as const;
export type ReadingProblem = (typeof READING_PROBLEMS)[number];

export type Reading = { ok: true; lines: RecognizedLine[] } | { ok: false; problem: ReadingProblem; detail: string };
