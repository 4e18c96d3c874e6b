import { OpenAPIHono } from "@hono/zod-openapi";
import { DomainError, notFound } from "@/lib/platform/errors";
import type { Api, ApiEnv } from "./api-env";
import { describeApi } from "./description";
import { docsPage } from "./docs-page";
import { guards } from "./guards";
import { methodsOfPath } from "./methods-of-path";
import { problemOf } from "./problem";
import { copyRoutes } from "./routes/copies";
import { copyPictureRoutes } from "./routes/copy-pictures";
import { copyCheckRoutes } from "./routes/copy-checks";
import { copyRulesRoutes } from "./routes/copy-rules";
import { importRoutes } from "./routes/imports";
import { labelRoutes } from "./routes/labels";
import { offerRoutes } from "./routes/offers";
import { policyRoutes } from "./routes/policies";
import { productRoutes } from "./routes/products";
import { quoteRoutes } from "./routes/quotes";
import { rateCardRoutes } from "./routes/rate-cards";
import { sessionRoutes } from "./routes/session";

/** Every noun of the API mounts itself. */
const ROUTES: ((api: Api) => void)[] = [sessionRoutes, productRoutes, importRoutes, labelRoutes, offerRoutes, rateCardRoutes, policyRoutes, quoteRoutes, copyRoutes, copyPictureRoutes, copyCheckRoutes, copyRulesRoutes];

/** The whole API as one module: needs a database, needs no pages. */
export function createApi(): Api {
  const api: Api = new OpenAPIHono<ApiEnv>({
    defaultHook: (result) => {
      if (!result.success) throw result.error;
    },
  });
  for (const guard of guards) api.use("*", guard);
  for (const mount of ROUTES) mount(api);
  describeApi(api);
  docsPage(api);

  api.onError((error, c) => withRequestId(problemOf(error, c.get("requestId")), c.get("requestId")));
  api.notFound((c) => {
    const methods = methodsOfPath(api, c.req.path);
    const requestId = c.get("requestId");
    if (methods.length === 0) return withRequestId(problemOf(notFound("path"), requestId), requestId);
    const response = problemOf(new DomainError("method_not_allowed"), requestId);
    response.headers.set("allow", methods.join(", "));
    return withRequestId(response, requestId);
  });
  return api;
}

function withRequestId(response: Response, requestId: string): Response {
  response.headers.set("x-request-id", requestId);
  return response;
}
