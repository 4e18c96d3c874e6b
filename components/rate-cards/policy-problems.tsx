import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { PolicyProblem } from "@/lib/rate-cards/check-policy";
import { percentText } from "@/lib/rate-cards/parse-percent";
import { ImpactList } from "./impact-list";

export function PolicyProblems({ problems, policyNames }: { problems: readonly PolicyProblem[]; policyNames: Readonly<Record<string, string>> }) {
  const t = useTranslations("policies");
  const impact = problems.flatMap((problem) => (problem.code === "card-above-ceiling" ? [problem.impact] : []));
  return (
    <div className="flex flex-col gap-3">
      {problems.map((problem) => (problem.code === "card-above-ceiling" ? null : <Callout key={problem.code} tone={problem.severity} title={<ProblemText problem={problem} />} />))}
      {impact.length > 0 ? (
        <Callout tone="warning" title={t("problem.card-above-ceiling")}>
          <ImpactList impact={impact} policyNames={policyNames} />
        </Callout>
      ) : null}
    </div>
  );
}

function ProblemText({ problem }: { problem: Exclude<PolicyProblem, { code: "card-above-ceiling" }> }) {
  const t = useTranslations("policies");
  switch (problem.code) {
    case "from-date-too-early":
      return t("problem.from-date-too-early", { date: problem.earliest });
    case "from-date-too-late":
      return t("problem.from-date-too-late", { date: problem.latest });
    case "until-before-from":
      return t("problem.until-before-from");
    case "nothing-changed":
      return t("problem.nothing-changed", { version: problem.version });
    case "lpr-rate-missing":
      return t("problem.lpr-rate-missing");
    case "unusual-step":
      return t("problem.unusual-step", { before: percentText(problem.beforePpm, 4), after: percentText(problem.afterPpm, 4) });
  }
}
