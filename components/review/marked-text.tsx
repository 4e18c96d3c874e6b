import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import type { Finding } from "@/lib/copy-check/check-copy";
import type { Level } from "@/lib/copy-check/rule-set";

const MARKS: Record<Level, string> = {
  block: "bg-danger-soft decoration-danger-line",
  warn: "bg-warning-soft decoration-warning-line",
  note: "bg-hover decoration-line-strong",
};

export type MarkedTextProps = {
  text: string;
  findings: readonly Pick<Finding, "start" | "end" | "level">[];
  /** index of the finding that is looked at */
  active?: number | null;
  onPick?: (finding: number) => void;
  className?: string;
};

/** The words as they were written, with what was found underlined; never rendered as markup. */
export function MarkedText({ text, findings, active = null, onPick, className }: MarkedTextProps) {
  const t = useTranslations("copy");
  return (
    <p lang="zh-CN" dir="auto" className={cn("text-[0.9375rem] leading-7 break-words whitespace-pre-wrap", className)}>
      {piecesOf(text, findings).map(({ from, to, finding }) => {
        const words = text.slice(from, to);
        if (finding === null) return <span key={from}>{words}</span>;
        const mark = cn("rounded-xs underline decoration-2 underline-offset-4", MARKS[findings[finding]!.level], active === finding && "ring-2 ring-focus");
        return onPick ? (
          <button key={from} type="button" aria-label={t("goToFinding", { number: finding + 1, words })} className={cn(mark, "text-left")} onClick={() => onPick(finding)}>
            {words}
          </button>
        ) : (
          <mark key={from} className={cn(mark, "text-inherit")}>
            {words}
          </mark>
        );
      })}
    </p>
  );
}

interface Piece {
  from: number;
  to: number;
  finding: number | null;
}

/** Spans may overlap: each stretch between two edges belongs to the gravest finding over it. */
function piecesOf(text: string, findings: MarkedTextProps["findings"]): Piece[] {
  const edges = [...new Set([0, text.length, ...findings.flatMap(({ start, end }) => [start, end])])].filter((edge) => edge >= 0 && edge <= text.length).sort((a, b) => a - b);
  const pieces: Piece[] = [];
  for (let index = 0; index + 1 < edges.length; index++) {
    const [from, to] = [edges[index]!, edges[index + 1]!];
    let finding: number | null = null;
    findings.forEach(({ start, end, level }, candidate) => {
      if (start <= from && end >= to && (finding === null || (level === "block" && findings[finding]!.level !== "block"))) finding = candidate;
    });
    pieces.push({ from, to, finding });
  }
  return pieces;
}
