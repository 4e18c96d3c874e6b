import { Check } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "./class-names";

export type Step = { id: string; label: ReactNode };

/** Where one is in a sequence; steps before the current one are done. */
export function Stepper({ steps, current, label }: { steps: readonly Step[]; current: string; label: string }) {
  const t = useTranslations("common");
  const currentIndex = steps.findIndex((step) => step.id === current);
  return (
    <ol aria-label={label} className="flex flex-wrap gap-x-2 gap-y-2">
      {steps.map((step, index) => {
        const isDone = index < currentIndex;
        const isCurrent = index === currentIndex;
        return (
          <li key={step.id} aria-current={isCurrent ? "step" : undefined} className="flex items-center gap-2">
            {index > 0 ? <span aria-hidden className="h-px w-4 bg-line-strong sm:w-8" /> : null}
            <span
              aria-hidden
              className={cn(
                "tabular flex size-6 items-center justify-center rounded-full border text-xs font-semibold",
                isCurrent && "border-accent bg-accent text-accent-ink",
                isDone && "border-success-line bg-success-soft text-success-text",
                !isCurrent && !isDone && "border-line-strong text-ink-muted",
              )}
            >
              {isDone ? <Check className="size-3.5" /> : index + 1}
            </span>
            <span className={cn("text-[0.8125rem]", isCurrent ? "font-semibold" : "text-ink-muted")}>
              {step.label}
              {isDone ? <span className="sr-only"> {t("stepDone")}</span> : null}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
