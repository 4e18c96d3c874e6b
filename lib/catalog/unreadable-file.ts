import { DomainError } from "@/lib/platform/errors";

/** Why a file cannot be read at all; each is worded in messages/<locale>/imports.json under `unreadable`. */
export const FILE_PROBLEMS = [
  "empty",
  "too-large",
  "old-spreadsheet",
  "not-a-workbook",
  "damaged-workbook",
  "unpacks-too-large",
  "merged-header",
  "too-many-merges",
  "not-csv",
  "utf-16",
  "nul-byte",
  "wrong-encoding",
  "line-too-long",
  "broken-quote",
  "too-many-columns",
  "too-many-rows",
  "no-header",
  "no-rows",
] as const;
export type FileProblem = (typeof FILE_PROBLEMS)[number];

export function unreadableFile(problem: FileProblem, params: { line?: number; max?: number } = {}): DomainError {
  // Of a damaged workbook the row is not always known; 0 says so.
  const row = problem === "damaged-workbook" ? { line: 0 } : {};
  return new DomainError(problem === "too-large" ? "too_large" : "unreadable_file", { params: { problem, ...row, ...params } });
}
