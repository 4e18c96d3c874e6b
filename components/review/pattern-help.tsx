import { useTranslations } from "next-intl";

/** The pattern language in two sentences; the signs are the same in every language. */
export function PatternHelp() {
  const t = useTranslations("copyRules.help");
  return <p className="text-[0.8125rem] text-ink-muted">{t("patterns", { choice: "(a|b|)", gap: "~6", amounts: "<money> <term> <months> <percent> <days> <hours> <count>" })}</p>;
}
