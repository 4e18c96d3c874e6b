import { DomainError, type Issue } from "@/lib/platform/errors";

/** Refuses with every refusal as an issue and the arithmetic as data; warnings alone let pass. */
export function refuseProblems(problems: readonly { severity: "refusal" | "warning"; path: string; code: string }[]): void {
  const refusals = problems.filter((problem) => problem.severity === "refusal");
  if (refusals.length === 0) return;
  throw new DomainError("invalid_input", { issues: refusals.map(toIssue), data: { problems: refusals } });
}

function toIssue({ path, code, severity: _severity, ...rest }: { path: string; code: string; severity: string }): Issue {
  const params: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(rest)) if (typeof value === "string" || typeof value === "number") params[name] = value;
  return { path, code, ...(Object.keys(params).length > 0 && { params }) };
}
