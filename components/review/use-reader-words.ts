import { useLocale } from "next-intl";
import type { Words } from "@/lib/copy-check/rule-set";

/** Words of a rule in the reader's language. */
export function useReaderWords(): (words: Words) => string {
  const isEnglish = useLocale() === "en";
  return ({ zh, en }) => (isEnglish ? en : zh);
}
