import { useTranslations } from "next-intl";
import type { WordList } from "@/lib/review/word-lists";

/** What a word list is called: where its words are looked for, or what they say of a text. */
export function useWordListName(): (list: Pick<WordList, "kind">) => string {
  const t = useTranslations("copyRules.words");
  return ({ kind }) => ("context" in kind ? t(`names.${kind.context}`) : t("place", { side: kind.cue.side, reach: kind.cue.reach, across: String(kind.cue.crossesPauses) }));
}
