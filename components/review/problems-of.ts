import type { Refusal } from "@/components/ui/refusal";
import type { TemplateProblem } from "@/lib/review/judge-template";

/** The problems that the server found with a template, if that is why it refused. */
export function problemsOf({ data }: Refusal): readonly TemplateProblem[] {
  const problems = data instanceof Object && "problems" in data ? data.problems : null;
  return Array.isArray(problems) ? (problems as TemplateProblem[]) : [];
}
