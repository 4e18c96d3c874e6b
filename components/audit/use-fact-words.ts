import { useTranslations } from "next-intl";
import { secondsText } from "@/components/ui/date-text";
import { formatFen, type Fen } from "@/lib/money/fen";
import type { AuditFact, FactStep, FactValue } from "@/lib/audit/audit-facts";

/** Where the words of a closed set stand, by the field it is found in. */
const WORDS_OF: Record<string, string> = {
  before: "offers.state",
  placements: "offers.placement",
  lenderType: "rateCards.lenderType",
  lenderTypes: "rateCards.lenderType",
  roundingRule: "rateCards.roundingRule",
  earlyPayoffRule: "rateCards.earlyPayoffRule",
  feeRefundRule: "rateCards.feeRefundRule",
  fundingShares: "rateCards.fundingShares",
  payer: "rateCards.payerFee",
  encoding: "imports.encodings",
  theme: "shell.themes",
  measure: "common.rateMethod",
  kind: "audit.kinds",
  status: "audit.statuses",
  locale: "audit.locales",
};
const LISTED_MAX = 20;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;

/** What a fact is called and what it says, in the reader's words. */
export function useFactWords() {
  const t = useTranslations("audit");
  const all = useTranslations();

  function stepName(step: FactStep): string {
    if ("item" in step) return /^\d+$/.test(step.item) ? t("nth", { number: step.item }) : step.item;
    if (t.has(`fields.${step.field}`)) return t(`fields.${step.field}`);
    return all.has(`offers.placement.${step.field}`) ? all(`offers.placement.${step.field}`) : step.field;
  }

  const name = ({ path }: AuditFact) => path.map(stepName).join(" · ");

  function value({ path }: AuditFact, stored: FactValue | undefined): string {
    const fields = path.flatMap((step) => ("field" in step ? [step.field] : []));
    const field = fields.at(-1) ?? "";
    // A column of the file is counted from one by whoever looks at it.
    if (fields[0] === "mapping" && typeof stored === "number") return t("column", { number: stored + 1 });
    if (!Array.isArray(stored)) return one(field, stored as Exclude<FactValue, readonly unknown[]> | undefined);
    if (stored.length === 0) return t("nothing");
    const shown = stored.slice(0, LISTED_MAX).map((part: string | number | boolean | null) => one(field, part));
    const list = shown.join(t("separator"));
    return stored.length > LISTED_MAX ? t("andMore", { list, count: stored.length }) : list;
  }

  function one(field: string, stored: string | number | boolean | null | undefined): string {
    if (stored === null || stored === undefined || stored === "") return t("nothing");
    if (typeof stored === "boolean") return all(stored ? "common.yes" : "common.no");
    if (typeof stored === "number") return number(field, stored);
    const words = WORDS_OF[field] ? `${WORDS_OF[field]}.${stored}` : null;
    if (words && !stored.includes(".") && all.has(words)) return all(words);
    if (INSTANT.test(stored)) return secondsText(stored);
    return stored;
  }

  function number(field: string, stored: number): string {
    if (field.endsWith("Fen") || field === "usedBefore" || field === "usedAfter") return formatFen(stored as Fen);
    if (field.endsWith("Bps")) return `${stored / 100}%`;
    if (field.endsWith("Ppm")) return `${stored / 10_000}%`;
    return String(stored);
  }

  return { t, name, value };
}
