import type { useTranslations } from "next-intl";
import { formatFen, type Fen } from "@/lib/money/fen";

type Issue = { code?: string; path?: string | readonly PropertyKey[]; input?: unknown; params?: unknown };
type Translate = ReturnType<typeof useTranslations<never>>;

/**
 * Words for one issue of a schema, found in the browser or sent by the server:
 * what is wrong and, where there is one, the limit. A refinement brings the key
 * of its own words as `params: { key }`.
 */
export function issueText(issue: Issue, t: Translate): string {
  const { input } = issue;
  const facts: Record<string, unknown> = { ...issue, ...(issue.params as Record<string, unknown> | undefined) };
  const { origin, minimum, maximum, format, key } = facts;
  if (typeof key === "string") return t(key, wordsOf(facts));
  if ("input" in issue && isMissing(input)) return t("common.validation.required");
  switch (issue.code) {
    case "too_small":
      if (origin === "string" && Number(minimum) === 1) return t("common.validation.required");
      if (origin === "string") return t("common.validation.tooShort", { count: Number(minimum) });
      if (origin === "array" || origin === "set") return t("common.validation.tooFew", { count: Number(minimum) });
      return t("common.validation.tooSmall", { limit: limitOf(issue, minimum) });
    case "too_big":
      if (origin === "string") return t("common.validation.tooLong", { count: Number(maximum) });
      if (origin === "array" || origin === "set") return t("common.validation.tooMany", { count: Number(maximum) });
      return t("common.validation.tooBig", { limit: limitOf(issue, maximum) });
    case "invalid_format":
      if (format === "email") return t("common.validation.email");
      if (format === "date" || format === "datetime") return t("common.validation.date");
      return t("common.validation.invalid");
    case "invalid_value":
      return t("common.validation.choice");
    case "invalid_type":
      return typeof input === "number" ? t("common.validation.integer") : t("common.validation.invalid");
    default:
      return t("common.validation.invalid");
  }
}

/** A limit in the unit of the field: yuan for fen, a percentage for basis points. */
function limitOf({ path = "" }: Issue, limit: unknown): string {
  const field = String(typeof path === "string" ? path.split(".").at(-1) : (path.at(-1) ?? ""));
  if (field.endsWith("Fen")) return formatFen(Number(limit) as Fen);
  if (field.endsWith("Bps")) return `${Number(limit) / 100}%`;
  return String(limit);
}

const isMissing = (input: unknown) => input === undefined || input === null || input === "" || Number.isNaN(input);

function wordsOf(facts: Record<string, unknown>): Record<string, string | number> {
  return Object.fromEntries(Object.entries(facts).filter((entry): entry is [string, string | number] => typeof entry[1] === "string" || typeof entry[1] === "number"));
}
