import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { CardProblem } from "@/lib/rate-cards/check-rate-card";
import { CeilingLines } from "./ceiling-lines";

/** What speaks against a version: refusals with their sums, then warnings. */
export function CardProblems({ problems, policyNames }: { problems: readonly CardProblem[]; policyNames: Readonly<Record<string, string>> }) {
  const t = useTranslations("rateCards");
  return (
    <ul className="grid items-start gap-3 md:grid-cols-2 xl:grid-cols-3">
      {problems.map((problem, index) => (
        <li key={`${problem.code}-${index}`}>
          {problem.code === "above-ceiling" ? (
            <Callout
              tone={problem.severity}
              title={t(`problem.above-ceiling.${problem.severity}`, { term: problem.arithmetic.term, policy: policyNames[problem.arithmetic.policyCode] ?? problem.arithmetic.policyCode })}
            >
              <CeilingLines arithmetic={problem.arithmetic} />
            </Callout>
          ) : (
            <Callout tone={problem.severity} title={<ProblemText problem={problem} />} />
          )}
        </li>
      ))}
    </ul>
  );
}

function ProblemText({ problem }: { problem: Exclude<CardProblem, { code: "above-ceiling" }> }) {
  const t = useTranslations("rateCards");
  switch (problem.code) {
    case "from-date-too-early":
      return t("problem.from-date-too-early", { date: problem.earliest });
    case "from-date-too-late":
      return t("problem.from-date-too-late", { date: problem.latest });
    case "amounts-reversed":
      return t("problem.amounts-reversed");
    case "row-twice":
      return t("problem.row-twice", { term: problem.term });
    case "term-without-consumer-row":
      return t("problem.term-without-consumer-row", { term: problem.term });
    case "nothing-changed":
      return t("problem.nothing-changed", { version: problem.version });
    case "no-quote":
      return t("problem.no-quote", { term: problem.term });
    case "fee-zero":
      return t("problem.fee-zero", { term: problem.term, payer: t(`payerFee.${problem.payer}`) });
  }
}
