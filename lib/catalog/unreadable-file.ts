import { DomainError } from "@/lib/platform/errors";

/** Why a file cannot be read at all; each is worded in messages/<locale>/imports.json under `unreadable`. */
export const FILE_PROBLEMS = [
  "empty",
  "too-large",
  "spreadsheet",
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
  return new DomainError(problem === "too-large" ? "too_large" : "unreadable_file", { params: { problem, ...params } });
}
