import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import type { Finding } from "@/lib/copy-check/check-copy";
import { formatFen, type Fen } from "@/lib/money/fen";
import type { PosterLine } from "@/lib/review/place-findings";
import { LevelBadge } from "./level-badge";

const LANGUAGES = { "zh-CN": "zh", en: "en" } as const;

export type FindingCardProps = {
  finding: Finding;
  number: number;
  active?: boolean;
  id?: string;
  /** the lines of the poster that the words stand on; left out where there is no poster */
  lines?: readonly PosterLine[];
  actions?: ReactNode;
  children?: ReactNode;
};

/** One finding: the words, why they are wrong, by which rule of law and how sure of it we are, and what to write instead. */
export function FindingCard({ finding, number, active = false, id, lines, actions, children }: FindingCardProps) {
  const t = useTranslations("copy");
  const language = LANGUAGES[useLocale() as keyof typeof LANGUAGES] ?? "zh";
  const { category, level, matched, reason, suggestion, basis } = finding;
  return (
    <article id={id} aria-label={t("findingLabel", { number, words: matched })} className={cn("rounded-md border border-line bg-surface p-3", active && "border-focus ring-1 ring-focus")}>
      <header className="flex flex-wrap items-center gap-2">
        <span className="tabular text-xs text-ink-muted">{number}</span>
        <LevelBadge level={level} />
        <h3 className="text-[0.8125rem] font-semibold">{t(`categories.${category}`)}</h3>
      </header>
      <p lang="zh-CN" className="mt-1.5 line-clamp-3 break-words">
        “{matched}”
      </p>
      {lines ? (
        <p className="mt-1 text-[0.8125rem] break-words text-ink-muted">
          {lines.length === 0 ? t("poster.notOnIt") : t("poster.onLine", { count: lines.length, lines: lines.map((line) => line.number).join(t("poster.and")), text: lines.map((line) => line.text).join(" ") })}
        </p>
      ) : null}
      <p className="mt-1 text-[0.8125rem] text-ink-muted">{reason[language]}</p>
      <QuotedNumber finding={finding} />
      <p className="mt-1.5 text-[0.8125rem]">
        <span className="font-medium">{t("instead")}</span> {suggestion[language]}
      </p>
      {basis.length > 0 ? (
        <ul className="mt-1.5 flex flex-col gap-0.5 text-xs text-ink-muted">
          {basis.map((one) => (
            <li key={one.id}>
              {one.title[language]}
              {one.article ? <span lang="zh-CN">{` · ${one.article}`}</span> : null}
              {` · ${t(`certainties.${one.certainty}`)}`}
            </li>
          ))}
        </ul>
      ) : null}
      {actions ? <div className="mt-2.5 flex flex-wrap gap-2">{actions}</div> : null}
      {children}
    </article>
  );
}

function QuotedNumber({ finding: { number } }: { finding: Finding }) {
  const t = useTranslations("copy");
  if (!number) return null;
  const { quantity, quoted } = number;
  const value = quantity === "term" ? t("termValue", { term: Number(quoted) }) : quantity === "apr" ? `${quoted}%` : formatFen(Number(quoted) as Fen);
  return (
    <p className="tabular mt-1 text-[0.8125rem] font-medium">
      {t(`quantities.${quantity}`)}
      {t("colon")}
      {value}
    </p>
  );
}
