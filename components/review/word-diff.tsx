import { diffArrays } from "diff";
import { useTranslations } from "next-intl";

const SEGMENTER = new Intl.Segmenter("zh-CN", { granularity: "word" });
const wordsOf = (text: string): string[] => [...SEGMENTER.segment(text)].map(({ segment }) => segment);

/** What changed between two versions, word by word. */
export function WordDiff({ before, after }: { before: string; after: string }) {
  const t = useTranslations("copy.diff");
  return (
    <p lang="zh-CN" dir="auto" className="text-[0.9375rem] leading-7 break-words whitespace-pre-wrap">
      {diffArrays(wordsOf(before), wordsOf(after)).map(({ value, added, removed }, index) => {
        const words = value.join("");
        if (added) {
          return (
            <ins key={index} className="rounded-xs bg-success-soft text-success-text no-underline">
              <span className="sr-only">{t("added")}</span>
              {words}
            </ins>
          );
        }
        if (removed) {
          return (
            <del key={index} className="rounded-xs bg-danger-soft text-danger-text">
              <span className="sr-only">{t("removed")}</span>
              {words}
            </del>
          );
        }
        return <span key={index}>{words}</span>;
      })}
    </p>
  );
}
