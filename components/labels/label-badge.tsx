import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";

export interface LabelWords {
  mainLine: string;
  subLine: string;
}

export type LabelBadgeProps = {
  words: LabelWords | null;
  /** Where the disclosure lies; the badge is then a link to it. */
  disclosure?: { href: string; label: string };
  /** Stands in the reserved box where there is no label. */
  instead?: ReactNode;
  /** Narrow places need room for a sub-line of two rows. */
  rows?: 1 | 2;
  className?: string;
};

/** The two lines of a label. Its box is reserved whether there is one or not, so that nothing moves when labels come and go. */
export function LabelBadge({ words, disclosure, instead, rows = 1, className }: LabelBadgeProps) {
  const box = cn("block w-full rounded-md px-2 py-1.5 text-left", rows === 1 ? "min-h-[3.25rem]" : "min-h-[4.25rem]", className);
  if (!words) return <div className={cn(box, "flex items-center text-xs text-ink-muted")}>{instead}</div>;
  const lines = (
    <>
      <span className="flex items-center justify-between gap-1 text-[0.9375rem] leading-5 font-semibold text-warning-text" lang="zh-CN">
        {words.mainLine}
        {disclosure ? <ChevronRight aria-hidden className="size-3.5 shrink-0" /> : null}
      </span>
      <span className="mt-0.5 block text-xs leading-4 break-words text-ink" lang="zh-CN">
        {words.subLine.split(/(?<=\|)/).map((part, index) => (
          <span key={index} className="inline-block">
            {part}
          </span>
        ))}
      </span>
    </>
  );
  if (!disclosure) return <div className={cn(box, "bg-warning-soft")}>{lines}</div>;
  return (
    <a href={disclosure.href} className={cn(box, "bg-warning-soft hover:brightness-97")}>
      {lines}
      <span className="sr-only">{disclosure.label}</span>
    </a>
  );
}
