import { decode } from "next-auth/jwt";
import { findSignedIn } from "@/lib/access/session";
import type { SignedIn } from "@/lib/access/gates";
import { env } from "@/lib/platform/env";

const COOKIE_NAMES = ["__Secure-next-auth.session-token", "next-auth.session-token"];
const CHUNKS_MAX = 8;

/** The person whose session cookie came along, checked against the stored session version. */
export async function signedInBy(cookies: Record<string, string>): Promise<SignedIn | null> {
  const sealed = sessionCookie(cookies);
  if (!sealed) return null;
  const token = await unseal(sealed);
  return findSignedIn(token && typeof token.userId === "string" && typeof token.sessionVersion === "number" ? { userId: token.userId, sessionVersion: token.sessionVersion } : null);
}

export function sessionCookie(cookies: Record<string, string>): string | undefined {
  for (const name of COOKIE_NAMES) {
    if (cookies[name]) return cookies[name];
    const chunks = [];
    for (let index = 0; index < CHUNKS_MAX && cookies[`${name}.${index}`]; index++) chunks.push(cookies[`${name}.${index}`]);
    if (chunks.length > 0) return chunks.join("");
  }
  return undefined;
}

async function unseal(sealed: string) {
  try {
    return await decode({ token: sealed, secret: env().AUTH_SECRET });
  } catch {
    // Forged, of another installation or too old: the same as not signed in.
    return null;
  }
}
