import { fractionToText } from "@/lib/apr/fraction";
import { InvalidCase, readDate, readFields, type Fields } from "@/lib/apr-conventions/case-input";
import { installmentSplit } from "@/lib/apr-conventions/cn-installment-split";
import { effectiveSingle } from "@/lib/apr-conventions/effective-single";
import { euAprc, readEuUnit } from "@/lib/apr-conventions/eu-aprc";
import { euYearsBetween } from "@/lib/apr-conventions/eu-time-interval";
import { type SolvedRate } from "@/lib/apr-conventions/solved-rate";
import { effect, irr, nominal, rate, xirr } from "@/lib/apr-conventions/spreadsheet-rates";
import { appendixJ } from "@/lib/apr-conventions/us-appendix-j";

export type CaseAnswer = Record<string, string | string[]>;

const CASE_KINDS = [
  "IRR",
  "RATE",
  "XIRR",
  "EFFECT",
  "NOMINAL",
  "EU_APRC",
  "EU_TIME_INTERVAL",
  "US_APPENDIX_J",
  "EFFECTIVE_SINGLE",
  "CN_INSTALMENT_SPLIT",
] as const;

/**
 * Answers one published case {kind, inputs or flows} by its convention: rates as decimal strings of 16 significant digits, money in
 * yuan, years as a fraction; or {error} with no-root, not-finite or bad-input (and the field).
 */
export function answerCase(row: Fields): CaseAnswer {
  try {
    return answer(row);
  } catch (error) {
    if (error instanceof InvalidCase) return { error: "bad-input", field: error.field, detail: error.message };
    throw error;
  }
}

function answer(row: Fields): CaseAnswer {
  if (row.kind === "EU_APRC") return named("aprPercent", euAprc(row));
  const inputs = row.inputs === undefined ? row : readFields(row.inputs, "inputs");
  switch (row.kind) {
    case "IRR":
      return named("rate", irr(inputs));
    case "RATE":
      return named("rate", rate(inputs));
    case "XIRR":
      return named("rate", xirr(inputs));
    case "EFFECT":
      return named("rate", effect(inputs));
    case "NOMINAL":
      return named("rate", nominal(inputs));
    case "EU_TIME_INTERVAL":
      return { years: timeInterval(inputs) };
    case "US_APPENDIX_J":
      return named("aprPercent", appendixJ(inputs));
    case "EFFECTIVE_SINGLE":
      return named("aprPercent", effectiveSingle(row, inputs));
    case "CN_INSTALMENT_SPLIT": {
      const result = installmentSplit(inputs);
      return result.ok ? result.split : { error: result.error };
    }
    default:
      throw new InvalidCase("kind", `Not one of ${CASE_KINDS.join(", ")}`);
  }
}

function named(name: "aprPercent" | "rate", solved: SolvedRate): CaseAnswer {
  if (!solved.ok) return { error: solved.error };
  return { [name]: solved.value, ...(solved.otherRoots ? { otherRoots: solved.otherRoots } : {}) };
}

function timeInterval(inputs: Fields): string {
  const from = readDate(inputs.from, "inputs.from");
  const to = readDate(inputs.to, "inputs.to");
  return fractionToText(euYearsBetween(from, to, readEuUnit(inputs.unit, "inputs.unit")));
}
