import { DomainError } from "@/lib/platform/errors";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/** A browser sends the session cookie along whoever asks it to; so a request that changes something must come from our own pages. */
export function requireSameOrigin(method: string, header: (name: "origin" | "host" | "sec-fetch-site") => string | undefined): void {
  if (SAFE_METHODS.has(method)) return;
  const origin = header("origin");
  const site = header("sec-fetch-site");
  const isSame = origin ? hostOf(origin) === header("host") : site === "same-origin";
  if (!isSame || (site !== undefined && site !== "same-origin")) throw new DomainError("cross_site");
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
