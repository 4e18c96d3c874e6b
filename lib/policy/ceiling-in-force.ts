import type { CalendarDate } from "@/lib/calendar/calendar-date";

export type DatedRate = { fromDate: CalendarDate; oneYearPpm: number };

type CeilingRule = { kind: "fixed"; ceilingPpm: number } | { kind: "lpr-multiple"; multiple: number };

type DatedPolicy = {
  code: string;
  version: number;
  lenderTypes: readonly string[];
  formula: CeilingRule;
  fromDate: CalendarDate;
  untilDate: CalendarDate | null;
};

/** The ceiling of a policy on a date, in parts per million a year; null where it follows an LPR that is not known for that date. */
export function ceilingInForce(
  policy: { formula: CeilingRule },
  lprRates: readonly DatedRate[],
  date: CalendarDate,
): number | null {
  const { formula } = policy;
  if (formula.kind === "fixed") return formula.ceilingPpm;
  let current: DatedRate | null = null;
  for (const rate of lprRates) {
    if (rate.fromDate <= date && (current === null || rate.fromDate >= current.fromDate)) current = rate;
  }
  return current === null ? null : current.oneYearPpm * formula.multiple;
}

/**
 * The policies that bind a lender on a date (both ends of their dates included). Of one code the version that began last counts,
 * also where it has ended or no longer names the lender: an older one does not come back.
 */
export function policiesInForce<P extends DatedPolicy>(policies: readonly P[], lenderType: string, date: CalendarDate): P[] {
  return policies.filter(
    (policy) =>
      policy.fromDate <= date &&
      (policy.untilDate === null || date <= policy.untilDate) &&
      policy.lenderTypes.includes(lenderType) &&
      !policies.some((other) => other.code === policy.code && other.fromDate <= date && isLater(other, policy)),
  );
}

function isLater(a: DatedPolicy, b: DatedPolicy): boolean {
  return a.fromDate > b.fromDate || (a.fromDate === b.fromDate && a.version > b.version);
}
