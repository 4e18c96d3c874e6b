import type { Api } from "./api-env";

const HEAD = {
  openapi: "3.1.0",
  info: {
    title: "Yuefu Workbench API",
    version: "1",
    description: "Quotes, labels and offers of installment payments. Amounts are integer fen; dates are calendar dates in Asia/Shanghai; errors are problem+json.",
  },
};
const SESSION = { session: [] };
const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** The description of the whole API, made once: routes do not change while the process runs. */
export function describeApi(api: Api): void {
  api.openAPIRegistry.registerComponent("securitySchemes", "session", {
    type: "apiKey",
    in: "cookie",
    name: "next-auth.session-token",
    description: "Set by signing in. A request that changes something must also come from the product's own origin.",
  });
  let made: ReturnType<typeof describe> | undefined;
  api.get("/api/v1/openapi.json", (c) => {
    c.header("cache-control", "public, max-age=60");
    return c.json((made ??= describe(api)));
  });
}

function describe(api: Api) {
  const document = api.getOpenAPI31Document(HEAD);
  for (const [path, item] of Object.entries(document.paths ?? {})) {
    for (const method of METHODS) {
      const operation = item[method];
      if (!operation) continue;
      operation.operationId = operationIdOf(method, path);
      if (operation.responses?.["401"]) operation.security = path.startsWith("/api/v1/labels") ? [{}, SESSION] : [SESSION];
    }
  }
  return document;
}

/** POST /api/v1/shops/{shop}/label-stops/lift is postShopLabelStopsLift: a name that stays, for clients that are generated. */
function operationIdOf(method: string, path: string): string {
  const parts = path.replace("/api/v1/", "").replace("shops/{shop}/", "shop/").replaceAll("{", "by/").replaceAll("}", "").split(/[/-]/);
  return method + parts.map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join("");
}
