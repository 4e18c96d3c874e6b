import { addMonths, type CalendarDate } from "@/lib/calendar/calendar-date";
import type { LprRate, Policy } from "@/lib/quote/schema";
import { cardImpact, type CardImpact } from "./card-impact";
import type { MarketFacts } from "./market-facts";

const MONTHS_AHEAD_MAX = 36;
/** A step of the prime rate larger than this is more likely a slip of the decimal point. */
const USUAL_STEP_PPM_MAX = 5_000;

export type PolicyProblem = { severity: "refusal" | "warning"; path: string } & (
  | { code: "from-date-too-early"; earliest: CalendarDate }
  | { code: "from-date-too-late"; latest: CalendarDate }
  | { code: "until-before-from" }
  | { code: "nothing-changed"; version: number }
  | { code: "lpr-rate-missing" }
  | { code: "unusual-step"; beforePpm: number; afterPpm: number }
  | { code: "card-above-ceiling"; impact: CardImpact }
);

/** A ceiling may bite from today on, unlike a card: what the law forbids must not be shown until midnight. */
export function checkPolicy(candidate: Policy, facts: MarketFacts, today: CalendarDate): PolicyProblem[] {
  const problems: PolicyProblem[] = dateProblems(candidate.fromDate, today);
  if (candidate.untilDate && candidate.untilDate < candidate.fromDate) problems.push({ severity: "refusal", path: "untilDate", code: "until-before-from" });
  const replaced = policyOnDate(facts.policies, candidate.code, candidate.fromDate);
  if (replaced && saysTheSame(replaced, candidate)) problems.push({ severity: "refusal", path: "formula", code: "nothing-changed", version: replaced.version });
  if (candidate.formula.kind === "lpr-multiple" && !rateOnDate(facts.lprRates, candidate.fromDate)) problems.push({ severity: "refusal", path: "formula", code: "lpr-rate-missing" });
  if (problems.length > 0) return problems;
  return impactProblems({ ...facts, policies: [...facts.policies, candidate] }, candidate.fromDate, candidate.code);
}

/** A prime rate, likewise from today on; recording the same value again is not a fault, since it is announced every month. */
export function checkLprRate(candidate: LprRate, facts: MarketFacts, today: CalendarDate): PolicyProblem[] {
  const problems: PolicyProblem[] = dateProblems(candidate.fromDate, today);
  if (problems.length > 0) return problems;
  const before = rateOnDate(facts.lprRates, candidate.fromDate);
  if (before && Math.abs(before.oneYearPpm - candidate.oneYearPpm) > USUAL_STEP_PPM_MAX) {
    problems.push({ severity: "warning", path: "oneYearPpm", code: "unusual-step", beforePpm: before.oneYearPpm, afterPpm: candidate.oneYearPpm });
  }
  const lprRates = [...facts.lprRates.filter((rate) => rate.fromDate !== candidate.fromDate), candidate].sort((a, b) => (a.fromDate < b.fromDate ? -1 : 1));
  return [...problems, ...impactProblems({ ...facts, lprRates }, candidate.fromDate, null)];
}

/** The version of one code that holds on a date, whether or not it has run out by then. */
export function policyOnDate(policies: readonly Policy[], code: string, date: string): Policy | null {
  let found: Policy | null = null;
  for (const policy of policies) {
    if (policy.code !== code || policy.fromDate > date) continue;
    if (!found || policy.fromDate > found.fromDate || (policy.fromDate === found.fromDate && policy.version > found.version)) found = policy;
  }
  return found;
}

export function rateOnDate(rates: readonly LprRate[], date: string): LprRate | null {
  let found: LprRate | null = null;
  for (const rate of rates) if (rate.fromDate <= date && (!found || rate.fromDate > found.fromDate)) found = rate;
  return found;
}

function dateProblems(fromDate: CalendarDate, today: CalendarDate): PolicyProblem[] {
  const latest = addMonths(today, MONTHS_AHEAD_MAX);
  if (fromDate < today) return [{ severity: "refusal", path: "fromDate", code: "from-date-too-early", earliest: today }];
  if (fromDate > latest) return [{ severity: "refusal", path: "fromDate", code: "from-date-too-late", latest }];
  return [];
}

function impactProblems(facts: MarketFacts, date: CalendarDate, policyCode: string | null): PolicyProblem[] {
  return cardImpact(facts, date)
    .filter(({ arithmetic }) => policyCode === null || arithmetic.policyCode === policyCode)
    .map((impact) => ({ severity: "warning", path: "formula", code: "card-above-ceiling", impact }));
}

function saysTheSame(a: Policy, b: Policy): boolean {
  const said = ({ nameZh, nameEn, kind, measure, lenderTypes, formula, untilDate, source }: Policy) =>
    JSON.stringify([nameZh, nameEn, kind, measure, [...lenderTypes].sort(), formula.kind, formula.kind === "fixed" ? formula.ceilingPpm : formula.multiple, untilDate, source]);
  return said(a) === said(b);
}
