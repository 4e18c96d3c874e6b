import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import { formatFen } from "@/lib/money/fen";
import type { BudgetStanding } from "@/lib/offers/budget";

const COLORS = { fine: "bg-accent", warning: "bg-warning-line", exhausted: "bg-danger-line" } as const;

/** How much of a budget is used, in words and as a bar. */
export function BudgetBar({ budget, bearsFee = true, className }: { budget: BudgetStanding; bearsFee?: boolean; className?: string }) {
  const t = useTranslations("offers.budget");
  const { budgetFen, usedFen, usedBps, mark } = budget;
  if (!bearsFee && usedFen === 0) return <p className={cn("text-[0.8125rem] text-ink-muted", className)}>{t("notNeeded")}</p>;
  if (budgetFen === null || usedBps === null) return <p className={cn("tabular text-[0.8125rem] text-ink-muted", className)}>{t("usedUnlimited", { used: formatFen(usedFen) })}</p>;
  const percent = Math.min(100, Math.floor(usedBps / 100));
  return (
    <div className={cn("min-w-36", className)}>
      <div role="meter" aria-label={t("bar", { percent })} aria-valuemin={0} aria-valuemax={100} aria-valuenow={percent} className="h-1.5 overflow-hidden rounded-full bg-hover">
        <div className={cn("h-full rounded-full", COLORS[mark])} style={{ width: `${percent}%` }} />
      </div>
      <p className="tabular mt-1 text-[0.8125rem] text-ink-muted">
        {t("used", { used: formatFen(usedFen), budget: formatFen(budgetFen) })}
        {mark === "fine" ? null : <span className={mark === "warning" ? "text-warning-text" : "text-danger-text"}> · {t(`mark.${mark}`)}</span>}
      </p>
    </div>
  );
}
