import type { useTranslations } from "next-intl";
import type { Reason } from "@/lib/catalog/judge-import-row";
import { fen, formatFen } from "@/lib/money/fen";

type Translate = ReturnType<typeof useTranslations<"imports">>;

/** Why a row was refused, in words; the same on the screen and in the error file. */
export function reasonText(t: Translate, { field, code, params = {} }: Reason): string {
  const words: Record<string, string | number> = { ...params, field: field ? t(`fields.${field}`) : "" };
  if (code === "too-large" && params.max !== undefined) words.max = formatFen(fen(params.max));
  return t(`reasons.${code}`, words);
}
