import type { OpenAPIHono } from "@hono/zod-openapi";
import type { SignedIn } from "@/lib/access/gates";

/** What a route finds in its context: `c.get("signedIn")`, `c.get("requestId")`. */
export interface ApiEnv {
  /** given by the server in front; absent when the module is called without one */
  Bindings: { requestId?: string; clientAddress?: string };
  Variables: { requestId: string; clientAddress: string; signedIn: SignedIn | null };
}

export type Api = OpenAPIHono<ApiEnv>;
