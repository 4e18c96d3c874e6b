import type { Context } from "hono";
import type { SignedIn } from "@/lib/access/gates";
import { DomainError } from "@/lib/platform/errors";
import type { ApiEnv } from "./api-env";

export function requireSignedIn(c: Context<ApiEnv>): SignedIn {
  const signedIn = c.get("signedIn");
  if (!signedIn) throw new DomainError("unauthenticated");
  return signedIn;
}
