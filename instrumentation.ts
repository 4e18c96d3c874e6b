import type { Instrumentation } from "next";

/** The crash page shows the digest; this line of the log leads from it to the request. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  const { log } = await import("@/lib/platform/log");
  const digest = error instanceof Error && "digest" in error ? error.digest : undefined;
  log.error({ err: error, digest, requestId: request.headers["x-request-id"], path: request.path.split("?")[0], route: context.routePath }, "page failed");
};
