import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";

/** The headers of every answer, in one place. Pages get a nonce, which the page renderer finds in the request's own policy header. */
export function secure(request: IncomingMessage, response: ServerResponse, options: { isPage: boolean; isDevelopment: boolean }): void {
  const nonce = options.isPage ? randomBytes(16).toString("base64") : undefined;
  const policy = contentPolicy(nonce, options.isDevelopment);
  if (nonce) {
    request.headers["x-nonce"] = nonce;
    request.headers["content-security-policy"] = policy;
  }
  response.setHeader("content-security-policy", policy);
  for (let index = 0; index < FIXED.length; index += 2) response.setHeader(FIXED[index]!, FIXED[index + 1]!);
}

const FIXED: readonly string[] = [
  ...["x-content-type-options", "nosniff"],
  ...["x-frame-options", "DENY"],
  ...["referrer-policy", "strict-origin-when-cross-origin"],
  ...["permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()"],
  ...["cross-origin-opener-policy", "same-origin"],
];

function contentPolicy(nonce: string | undefined, isDevelopment: boolean): string {
  return [
    "default-src 'self'",
    `script-src 'self'${nonce ? ` 'nonce-${nonce}'` : ""}${isDevelopment ? " 'unsafe-eval'" : ""}`,
    // Components set positions and widths as style attributes.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? " ws: wss:" : ""}`,
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

/** The same for an answer that is no page, as names and values in turn. */
export const SECURITY_HEADERS: readonly string[] = ["content-security-policy", contentPolicy(undefined, false), ...FIXED];
