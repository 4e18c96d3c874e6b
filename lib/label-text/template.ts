import type { LabelPlacement } from "./placement";

/** zero-interest: only where the quote is interest-free · per-period: names an amount, so the APR stands beside it · apr: term and APR alone */
export const TEMPLATE_KINDS = ["zero-interest", "per-period", "apr"] as const;
export type TemplateKind = (typeof TEMPLATE_KINDS)[number];

export const TEMPLATE_PARAMETERS = ["term", "perPeriod", "apr", "lender", "payer"] as const;
export type TemplateParameter = (typeof TEMPLATE_PARAMETERS)[number];

/** Approved words with parameters such as {term}. */
export interface LabelTemplate {
  code: string;
  version: number;
  kind: TemplateKind;
  placements: readonly LabelPlacement[];
  mainLine: string;
  subLine: string;
}

/** What is wrong with the words of a template whatever the numbers are; null where nothing is. */
export type TemplateFault =
  | "unknown-parameter"
  | "apr-missing-beside-amount"
  | "claims-zero-interest"
  | "sub-line-without-credit"
  | "sub-line-without-lender"
  | "sub-line-without-payer"
  | "sub-line-without-apr"
  | "sub-line-without-overdue";

const CLAIMS_ZERO_INTEREST = /[0０零〇Oo]\s*[息利]|免\s*[息利]|无息/u;

/**
 * The rules that hold for every label: the APR stands wherever an amount per period stands, zero interest is claimed only by
 * templates that are bound to it, and the sub-line always says credit, lender, payer, APR and that being late costs.
 */
export function faultOfTemplate({ kind, mainLine, subLine }: Pick<LabelTemplate, "kind" | "mainLine" | "subLine">): TemplateFault | null {
  const unknown = [...`${mainLine}${subLine}`.matchAll(/\{([^{}]*)\}/g)].some(([, name]) => !TEMPLATE_PARAMETERS.some((known) => known === name));
  if (unknown) return "unknown-parameter";
  if (namesAmount({ mainLine, subLine: "" }) && !mainLine.includes("{apr}")) return "apr-missing-beside-amount";
  if (kind !== "zero-interest" && CLAIMS_ZERO_INTEREST.test(`${mainLine}${subLine}`)) return "claims-zero-interest";
  if (!subLine.includes("消费信贷")) return "sub-line-without-credit";
  if (!subLine.includes("{lender}")) return "sub-line-without-lender";
  if (!subLine.includes("{payer}")) return "sub-line-without-payer";
  if (!subLine.includes("年化{apr}")) return "sub-line-without-apr";
  if (!subLine.includes("逾期计费")) return "sub-line-without-overdue";
  return null;
}

/** True where the words change with the price itself, so that they can hold for one price only. */
export function namesAmount({ mainLine, subLine }: Pick<LabelTemplate, "mainLine" | "subLine">): boolean {
  return mainLine.includes("{perPeriod}") || subLine.includes("{perPeriod}");
}
