import { Check, WandSparkles } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { rewrite } from "@/lib/copy-check/rewrite";
import type { PosterLine } from "@/lib/review/place-findings";
import { FindingCard } from "./finding-card";
import { VerdictBadge } from "./level-badge";
import { MarkedText } from "./marked-text";
import type { CheckedText } from "./use-live-check";

const FINDINGS_SHOWN_MAX = 50;

export type LiveFindingsProps = {
  /** as it stands in the form */
  text: string;
  /** null until the first answer */
  check: CheckedText | "failed" | null;
  active: number | null;
  /** the recognized lines of a poster that a finding stands in */
  linesOf?: (finding: number) => readonly PosterLine[];
  onPick: (finding: number) => void;
  onRewrite: (text: string) => void;
};

/** What the check says of the text while it is typed, each finding with its rewrite in place. */
export function LiveFindings({ text, check: answer, active, linesOf, onPick, onRewrite }: LiveFindingsProps) {
  const t = useTranslations("copy");
  const check = answer === "failed" ? null : answer;
  const findings = check?.findings ?? [];
  const isEmpty = text.trim() === "";
  return (
    <Card title={t("check.title")} description={t("check.description")} actions={check && !isEmpty ? <VerdictBadge verdict={check.verdict} /> : null}>
      <div aria-live="polite">
        {isEmpty ? (
          <p className="text-ink-muted">{t("check.empty")}</p>
        ) : answer === "failed" ? (
          <p className="text-warning-text">{t("check.failed")}</p>
        ) : check === null ? (
          <p className="text-ink-muted">{t("check.checking")}</p>
        ) : findings.length === 0 ? (
          <p className="flex items-center gap-2 text-success-text">
            <Check aria-hidden className="size-4" />
            {t("check.clean")}
          </p>
        ) : (
          <p className="text-[0.8125rem] text-ink-muted">{t("check.found", { count: findings.length })}</p>
        )}
      </div>
      {check && findings.length > 0 ? (
        <>
          <MarkedText className="mt-3 max-h-60 overflow-y-auto rounded-md bg-sunken p-3" text={check.text} findings={findings} active={active} onPick={onPick} />
          <div className="mt-3 flex flex-col gap-2">
            {findings.slice(0, FINDINGS_SHOWN_MAX).map((finding, index) => {
              const better = rewrite(check.text, finding);
              return (
                <FindingCard
                  key={`${finding.category}-${finding.start}`}
                  finding={finding}
                  number={index + 1}
                  active={active === index}
                  lines={linesOf?.(index)}
                  actions={
                    better === null ? null : (
                      <Button type="button" size="sm" disabled={check.text !== text} onClick={() => onRewrite(better)}>
                        <WandSparkles aria-hidden />
                        {finding.template ? t("useTemplate", { template: t(`templates.${finding.template}`) }) : t("applyRewrite")}
                      </Button>
                    )
                  }
                >
                  {better === null ? null : (
                    <p lang="zh-CN" className="mt-1.5 line-clamp-4 rounded-sm bg-success-soft px-2 py-1 text-[0.8125rem] break-words text-success-text">
                      {better}
                    </p>
                  )}
                </FindingCard>
              );
            })}
          </div>
        </>
      ) : null}
    </Card>
  );
}
