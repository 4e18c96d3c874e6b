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
  response.setHeader("x-content-type-options", "nosniff");
  response.setHeader("x-frame-options", "DENY");
  response.setHeader("referrer-policy", "strict-origin-when-cross-origin");
  response.setHeader("permissions-policy", "camera=(), microphone=(), geolocation=(), payment=()");
  response.setHeader("cross-origin-opener-policy", "same-origin");
}

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
