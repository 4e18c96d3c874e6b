import { useTranslations } from "next-intl";
import { cn } from "./class-names";

/** A yearly rate never stands without the word for how it was worked out. */
export function Rate({ percent, method, className }: { percent: string; method: "nominal" | "effective"; className?: string }) {
  const t = useTranslations("common");
  return (
    <span className={cn("tabular whitespace-nowrap", className)}>
      {percent}% <span className="text-[0.8125rem] font-normal text-ink-muted">{t(`rateMethod.${method}`)}</span>
    </span>
  );
}
