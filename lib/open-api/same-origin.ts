import { DomainError } from "@/lib/platform/errors";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** A browser sends the session cookie along whoever asks it to; so a request that changes something must come from our own pages. */
export function requireSameOrigin(request: Request): void {
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const isSame = origin ? hostOf(origin) === request.headers.get("host") : site === "same-origin";
  if (!isSame || (site !== null && site !== "same-origin")) throw new DomainError("cross_site");
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
