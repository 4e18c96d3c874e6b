import { ZodError } from "zod";
import type { Issue } from "./errors";

const LIMITS = ["minimum", "maximum", "expected", "format", "origin"];

/** Two bundles of one process hold two copies of the class, so the shape decides. */
export function isZodError(error: unknown): error is ZodError {
  return error instanceof ZodError || (error instanceof Error && error.name === "ZodError" && "issues" in error);
}

/** What a schema refused, field by field; a refinement names itself by `params: { code }`, its other params fill the words. */
export function issuesOf(error: ZodError): Issue[] {
  return error.issues.map((issue) => {
    const known: Record<string, unknown> = { ...issue };
    const custom = (known.params ?? {}) as Record<string, unknown>;
    const params: Record<string, string | number> = {};
    for (const [name, value] of [...LIMITS.map((limit) => [limit, known[limit]] as const), ...Object.entries(custom)]) {
      if (name !== "code" && (typeof value === "string" || typeof value === "number")) params[name] = value;
    }
    return {
      path: issue.path.map(String).join("."),
      code: typeof custom.code === "string" ? custom.code : issue.code,
      ...(Object.keys(params).length > 0 ? { params } : {}),
    };
  });
}
