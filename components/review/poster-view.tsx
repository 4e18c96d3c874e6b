import Image from "next/image";
import { useTranslations } from "next-intl";
import { cn } from "@/components/ui/class-names";
import type { Finding } from "@/lib/copy-check/check-copy";
import type { Level } from "@/lib/copy-check/rule-set";
import type { Picture } from "@/lib/review/picture";
import type { Placed } from "@/lib/review/place-findings";
import type { Box } from "@/lib/review/recognized-lines";

const BOXES: Record<Level, string> = {
  block: "border-danger-line bg-danger-line/15",
  warn: "border-warning-line bg-warning-line/15",
  note: "border-line-strong bg-line-strong/15",
};
const BADGES: Record<Level, string> = {
  block: "border-danger-line bg-danger-soft text-danger-text",
  warn: "border-warning-line bg-warning-soft text-warning-text",
  note: "border-line-strong bg-surface text-ink",
};
const GRAVITY: readonly Level[] = ["block", "warn", "note"];
const MISSING_SHOWN_MAX = 20;

export type PosterViewProps = {
  src: string;
  picture: Picture;
  findings: readonly Pick<Finding, "level">[];
  /** null where nothing was read */
  placed: Placed | null;
  /** index of the finding that is looked at */
  active?: number | null;
};

/** The poster with a box over each line that something was found in; what stands on it and not in the text is said below. */
export function PosterView({ src, picture, findings, placed, active = null }: PosterViewProps) {
  const t = useTranslations("copy.poster");
  const { width, height, lines } = picture;
  const missing = placed?.missing ?? [];
  const found = lines.flatMap((line, index) => {
    const numbers = findings.flatMap((_, finding) => (placed?.linesOfFinding[finding]?.includes(index) ? [finding] : []));
    const level = GRAVITY.find((candidate) => numbers.some((finding) => findings[finding]!.level === candidate));
    return level ? [{ index, box: line.box, numbers, level }] : [];
  });
  return (
    <figure>
      <div className="relative mx-auto w-fit overflow-hidden rounded-md border border-line">
        <Image src={src} alt={t("alt")} width={width} height={height} unoptimized className="block h-auto max-h-[36rem] w-auto max-w-full" />
        {missing.map((index) => (
          <span key={index} aria-hidden className="pointer-events-none absolute rounded-xs border-2 border-dashed border-warning-line" style={placeOf(lines[index]!.box, picture)} />
        ))}
        {found.map(({ index, box, numbers, level }) => (
          <span key={index} aria-hidden className={cn("pointer-events-none absolute rounded-xs border-2", BOXES[level], active !== null && numbers.includes(active) && "ring-2 ring-focus")} style={placeOf(box, picture)}>
            <span className={cn("tabular absolute bottom-full left-0 rounded-xs border px-1 text-[0.6875rem] leading-4 font-semibold whitespace-nowrap", BADGES[level])}>{numbers.map((finding) => finding + 1).join(" · ")}</span>
          </span>
        ))}
      </div>
      <figcaption className="mt-2 text-[0.8125rem] text-ink-muted">
        {picture.state !== "read" ? t("notRead") : lines.length === 0 ? t("noWords") : found.length > 0 ? t("boxes", { count: found.length }) : t("noBoxes")}
      </figcaption>
      {missing.length > 0 ? (
        <div className="mt-2 rounded-md bg-warning-soft px-3 py-2 text-[0.8125rem]">
          <p className="font-medium text-warning-text">{t("missing", { count: missing.length })}</p>
          <ul lang="zh-CN" className="mt-1 list-disc pl-5">
            {missing.slice(0, MISSING_SHOWN_MAX).map((index) => (
              <li key={index} className="break-words">
                {lines[index]!.text}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </figure>
  );
}

const placeOf = ({ x0, y0, x1, y1 }: Box, { width, height }: Pick<Picture, "width" | "height">) => ({
  left: percent(x0, width),
  top: percent(y0, height),
  width: percent(x1 - x0, width),
  height: percent(y1 - y0, height),
});

const percent = (part: number, whole: number): string => `${(Math.min(1, Math.max(0, part / whole)) * 100).toFixed(3)}%`;
