/** The closed set of refusals, each with its HTTP status. A code has a page in docs/errors and a text in messages/<locale>/errors.json. */
export const ERROR_STATUS = {
  malformed: 400,
  unauthenticated: 401,
  invalid_credentials: 401,
  forbidden: 403,
  cross_site: 403,
  not_found: 404,
  method_not_allowed: 405,
  conflict: 409,
  wrong_state: 409,
  duplicate: 409,
  import_running: 409,
  review_refused: 409,
  too_large: 413,
  unsupported_media_type: 415,
  invalid_input: 422,
  unreadable_file: 422,
  offer_refused: 422,
  quote_failed: 422,
  rate_limited: 429,
  internal: 500,
  updating: 503,
} as const;

/** Why a step of a review is refused. */
export const REVIEW_REFUSALS = [
  "own-text",
  "own-shop",
  "own-proposal",
  "same-person",
  "lead-only",
  "not-open",
  "claimed-by-other",
  "finding-undecided",
  "upheld-finding",
  "reason-missing",
  "numbers-moved",
] as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** One thing that is wrong with one field; `code` is worded by the screen, `params` fill the words. */
export interface Issue {
  path: string;
  code: string;
  params?: Record<string, string | number>;
}

export interface ErrorDetail {
  /** fills the words of the error's text */
  params?: Record<string, string | number>;
  issues?: Issue[];
  /** what a person needs to go on: the other's version on a conflict, the arithmetic on a refusal; plain JSON */
  data?: unknown;
}

/** A refusal that people may read: everything else that is thrown is a bug and never shows its message. */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly detail: ErrorDetail;

  constructor(code: ErrorCode, detail: ErrorDetail = {}) {
    super(code);
    this.name = "DomainError";
    this.code = code;
    this.detail = detail;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}

/** Two bundles of one process hold two copies of the class, so the name decides. */
export function isDomainError(error: unknown): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && "code" in error && typeof error.code === "string" && error.code in ERROR_STATUS;
}

export const notFound = (what: string) => new DomainError("not_found", { params: { what } });
