import { createRoute, z } from "@hono/zod-openapi";
import { asUser } from "@/lib/access/gates";
import { listMyShops } from "@/lib/shops/queries";
import type { Api } from "../api-env";
import { problemResponses } from "../problem";
import { requireSignedIn } from "../require-signed-in";

const sessionSchema = z
  .object({
    user: z.object({ id: z.string(), name: z.string() }),
    shops: z.array(z.object({ id: z.string(), name: z.string() })),
  })
  .openapi("Session");

const getSession = createRoute({
  method: "get",
  path: "/api/v1/session",
  tags: ["Session"],
  summary: "Who is signed in, and which shops that person may enter",
  responses: {
    200: { description: "The session", content: { "application/json": { schema: sessionSchema } } },
    ...problemResponses("unauthenticated", "rate_limited"),
  },
});

export function sessionRoutes(api: Api): void {
  api.openapi(getSession, async (c) => {
    const signedIn = requireSignedIn(c);
    const shops = await listMyShops(asUser(signedIn, { requestId: c.get("requestId") }));
    c.header("cache-control", "no-store");
    return c.json({ user: { id: signedIn.userId, name: signedIn.name }, shops }, 200);
  });
}
