import { DomainError, type ErrorCode } from "@/lib/platform/errors";
import type { PictureRefusal } from "./read-picture-header";

const CODES: Record<PictureRefusal, ErrorCode> = {
  empty: "unreadable_file",
  "too-large": "too_large",
  pdf: "unreadable_file",
  gif: "unreadable_file",
  "not-a-picture": "unreadable_file",
  "broken-header": "unreadable_file",
  animated: "unreadable_file",
  "side-too-long": "invalid_input",
  "too-many-pixels": "invalid_input",
};

export function refusedPicture({ reason, max }: { reason: PictureRefusal; max?: number }): DomainError {
  const limit: Record<string, number> = max === undefined ? {} : { max };
  const code = CODES[reason];
  return new DomainError(code, { params: { problem: reason, ...limit }, ...(code === "invalid_input" && { issues: [{ path: "picture", code: reason, params: limit }] }) });
}
