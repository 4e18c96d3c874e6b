import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { TemplateProblem } from "@/lib/review/judge-template";
import { FindingCard } from "./finding-card";

/** What speaks against a template, refusals first; what the copy check found with its words and its law. */
export function TemplateProblems({ problems }: { problems: readonly TemplateProblem[] }) {
  const t = useTranslations("templates.problems");
  return (["refusal", "warning"] as const).map((severity) => {
    const those = problems.filter((problem) => problem.severity === severity);
    if (those.length === 0) return null;
    const plain = those.filter(({ code }) => code !== "copy-check");
    return (
      <Callout key={severity} tone={severity} title={t(severity === "refusal" ? "refusals" : "warnings")}>
        {plain.length > 0 ? (
          <ul className="list-disc pl-4">
            {plain.map((problem, index) => (
              <li key={index}>
                <ProblemText problem={problem} />
              </li>
            ))}
          </ul>
        ) : null}
        <div className="mt-2 flex flex-col gap-2">{those.map((problem, index) => (problem.code === "copy-check" ? <FindingCard key={index} finding={problem.finding} number={index + 1} /> : null))}</div>
      </Callout>
    );
  });
}

function ProblemText({ problem }: { problem: TemplateProblem }) {
  const t = useTranslations("templates");
  switch (problem.code) {
    case "from-date-too-early":
      return t("problems.from-date-too-early", { date: problem.earliest });
    case "from-date-too-late":
      return t("problems.from-date-too-late", { date: problem.latest });
    case "code-taken":
    case "nothing-changed":
      return t(`problems.${problem.code}`, { version: problem.version });
    case "replaces-upcoming":
      return t("problems.replaces-upcoming", { version: problem.version, date: problem.date });
    case "placement-dropped":
      return t("problems.placement-dropped", { placement: t(`placements.${problem.placement}`) });
    case "never-fits":
      return t("problems.never-fits", { placement: t(`placements.${problem.placement}`), line: problem.line, width: problem.width, limit: problem.limit });
    case "sometimes-too-long":
      return t("problems.sometimes-too-long", { placement: t(`placements.${problem.placement}`), width: problem.width, limit: problem.limit, words: problem.words });
    case "fault":
      return t(`problems.faults.${problem.fault}`);
    case "copy-check":
      return null;
    default:
      return t(`problems.${problem.code}`);
  }
}
