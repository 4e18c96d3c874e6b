import type { useTranslations } from "next-intl";

type Issue = { code: string; input?: unknown; origin?: unknown; minimum?: unknown; maximum?: unknown; format?: unknown; params?: unknown };
type Translate = ReturnType<typeof useTranslations<never>>;

/** Words for one zod issue: what is wrong and, where there is one, the limit. */
export function issueText(issue: Issue, t: Translate): string {
  const { code, input } = issue;
  const isMissing = input === undefined || input === null || input === "" || (typeof input === "number" && Number.isNaN(input));
  if (code === "custom") {
    const { key, ...values } = (issue.params ?? {}) as { key?: string } & Record<string, string | number>;
    return key ? t(key, values) : t("common.validation.invalid");
  }
  if (isMissing) return t("common.validation.required");
  if (code === "too_small" && issue.origin === "array") return t("common.validation.tooFew", { count: Number(issue.minimum) });
  if (code === "too_small" && issue.origin === "string") return t("common.validation.tooShort", { count: Number(issue.minimum) });
  if (code === "too_small") return t("common.validation.tooSmall", { limit: String(issue.minimum) });
  if (code === "too_big" && issue.origin === "array") return t("common.validation.tooMany", { count: Number(issue.maximum) });
  if (code === "too_big" && issue.origin === "string") return t("common.validation.tooLong", { count: Number(issue.maximum) });
  if (code === "too_big") return t("common.validation.tooBig", { limit: String(issue.maximum) });
  if (code === "invalid_format" && issue.format === "email") return t("common.validation.email");
  if (code === "invalid_format" && issue.format === "date") return t("common.validation.date");
  if (code === "invalid_value") return t("common.validation.choice");
  if (code === "invalid_type" && typeof input === "number") return t("common.validation.integer");
  return t("common.validation.invalid");
}
