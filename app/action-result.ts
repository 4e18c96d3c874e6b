import { unstable_rethrow } from "next/navigation";
import { headers } from "next/headers";
import type { ActionResult } from "@/components/ui/refusal";
import { isDomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { issuesOf, isZodError } from "@/lib/platform/zod-issues";

/** Runs a verb for a form: a refusal becomes data, an unknown error is logged and never shows its message. */
export async function actionResult<T>(verb: () => Promise<T>): Promise<ActionResult<T>> {
  try {
    return { ok: true, value: await verb() };
  } catch (error) {
    unstable_rethrow(error);
    const requestId = (await headers()).get("x-request-id");
    if (isDomainError(error)) return { ok: false, refusal: { code: error.code, requestId, ...error.detail } };
    if (isZodError(error)) return { ok: false, refusal: { code: "invalid_input", requestId, issues: issuesOf(error) } };
    log.error({ err: error, requestId }, "server action failed");
    return { ok: false, refusal: { code: "internal", requestId } };
  }
}
