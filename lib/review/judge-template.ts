import { addMonths, type CalendarDate } from "@/lib/calendar/calendar-date";
import { shanghaiDateOf } from "@/lib/calendar/shanghai";
import { checkCopy, type Finding } from "@/lib/copy-check/check-copy";
import { factsOfQuote } from "@/lib/copy-check/quote-facts";
import type { RuleSet } from "@/lib/copy-check/rule-set";
import type { LabelPlacement } from "@/lib/label-text/placement";
import { renderLabel } from "@/lib/label-text/render-label";
import { faultOfTemplate, TEMPLATE_PARAMETERS, type LabelTemplate, type TemplateFault } from "@/lib/label-text/template";
import type { KeptTemplate } from "@/lib/label-text/template-in-force";
import type { SampleQuote } from "./sample-quotes";
import type { TemplateChange } from "./template-schema";
import { templateStanding } from "./template-standing";

const MONTHS_AHEAD_MAX = 24;

export type TemplateProblem = { severity: "refusal" | "warning"; path: string } & (
  | { code: "from-date-too-early"; earliest: CalendarDate }
  | { code: "from-date-too-late"; latest: CalendarDate }
  | { code: "code-taken"; version: number }
  | { code: "kind-changed" }
  | { code: "nothing-changed"; version: number }
  | { code: "already-retired" }
  | { code: "stray-brace" }
  | { code: "apr-without-annual" }
  | { code: "term-without-periods" }
  | { code: "fault"; fault: TemplateFault }
  | { code: "no-samples" }
  | { code: "never-fits"; placement: LabelPlacement; line: "main" | "sub"; width: string; limit: number }
  | { code: "sometimes-too-long"; placement: LabelPlacement; line: "main" | "sub"; width: string; limit: number; words: string }
  | { code: "copy-check"; finding: Finding }
  | { code: "placement-dropped"; placement: LabelPlacement }
  | { code: "replaces-upcoming"; version: number; date: CalendarDate }
);

export interface TemplateToJudge {
  change: TemplateChange;
  fromDate: CalendarDate;
  today: CalendarDate;
  now: Date;
  /** all versions of all codes */
  kept: readonly KeptTemplate[];
  samples: readonly SampleQuote[];
  rules: RuleSet;
}

/** Everything that speaks against a new version or a retirement, refusals first. */
export function judgeTemplate(toJudge: TemplateToJudge): TemplateProblem[] {
  const { change } = toJudge;
  const ofCode = toJudge.kept.filter(({ code }) => code === change.code);
  const problems = [...dateProblems(toJudge), ...orderProblems(toJudge, ofCode), ...(change.change === "words" ? wordProblems(change, toJudge) : [])];
  return problems.sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
}

function dateProblems({ fromDate, today }: TemplateToJudge): TemplateProblem[] {
  const latest = addMonths(today, MONTHS_AHEAD_MAX);
  if (fromDate < today) return [{ severity: "refusal", path: "fromDate", code: "from-date-too-early", earliest: today }];
  if (fromDate > latest) return [{ severity: "refusal", path: "fromDate", code: "from-date-too-late", latest }];
  return [];
}

/** What the versions before say to it. */
function orderProblems({ change, fromDate, now }: TemplateToJudge, ofCode: readonly KeptTemplate[]): TemplateProblem[] {
  const newest = ofCode.reduce<KeptTemplate | null>((found, one) => (found && found.version > one.version ? found : one), null);
  if (!newest) return [];
  if (change.basis === 0) return [{ severity: "refusal", path: "code", code: "code-taken", version: newest.version }];
  const problems: TemplateProblem[] = [];
  for (const one of ofCode) {
    const date = shanghaiDateOf(one.validFrom);
    if (templateStanding(one, ofCode, now).state === "upcoming" && date >= fromDate) problems.push({ severity: "warning", path: "fromDate", code: "replaces-upcoming", version: one.version, date });
  }
  const isSooner = fromDate < shanghaiDateOf(newest.validFrom);
  if (change.change === "retire") {
    if (newest.status === "retired" && !isSooner) problems.push({ severity: "refusal", path: "code", code: "already-retired" });
    return problems;
  }
  if (newest.kind !== change.kind) problems.push({ severity: "refusal", path: "kind", code: "kind-changed" });
  if (newest.status === "approved" && saysTheSame(newest, change) && !isSooner) problems.push({ severity: "refusal", path: "mainLine", code: "nothing-changed", version: newest.version });
  if (newest.status === "approved") {
    for (const placement of newest.placements) if (!change.placements.includes(placement)) problems.push({ severity: "warning", path: "placements", code: "placement-dropped", placement });
  }
  return problems;
}

type Words = Pick<LabelTemplate, "kind" | "placements" | "mainLine" | "subLine">;

const saysTheSame = (a: Words, b: Words): boolean => a.mainLine === b.mainLine && a.subLine === b.subLine && a.placements.length === b.placements.length && a.placements.every((placement) => b.placements.includes(placement));

const KNOWN_PARAMETER = new RegExp(`\\{(${TEMPLATE_PARAMETERS.join("|")})\\}`, "g");
const BRACE = /[{}｛｝]/;
const ROOMIEST: LabelPlacement = "POI";

function wordProblems(words: Words & { code: string }, { samples, rules }: TemplateToJudge): TemplateProblem[] {
  const fault = faultOfTemplate(words);
  if (fault) return [{ severity: "refusal", path: pathOfFault(fault, words), code: "fault", fault }];
  const misplaced = misplacedParameters(words);
  if (misplaced.length > 0) return misplaced;
  const fitting = samples.filter(({ quote }) => words.kind !== "zero-interest" || quote.interestFree);
  if (fitting.length === 0) return [{ severity: "refusal", path: "fromDate", code: "no-samples" }];
  const template: LabelTemplate = { ...words, version: 0 };
  return [...widthProblems(template, fitting), ...copyProblems(template, fitting, rules)];
}

/** A rate that is not called annual, a term that does not count installments: filled in they would say something else than the quote. */
const MISPLACED = [
  ["stray-brace", (line: string) => BRACE.test(line.replace(KNOWN_PARAMETER, ""))],
  ["apr-without-annual", (line: string) => /(?<!年化)\{apr\}/.test(line)],
  ["term-without-periods", (line: string) => /\{term\}(?!期|个月)/.test(line)],
] as const;

function misplacedParameters(words: Words): TemplateProblem[] {
  return MISPLACED.flatMap(([code, isIn]) => (["mainLine", "subLine"] as const).filter((path) => isIn(words[path])).map((path): TemplateProblem => ({ severity: "refusal", path, code })));
}

function pathOfFault(fault: TemplateFault, { mainLine }: Words): "mainLine" | "subLine" {
  if (fault === "apr-missing-beside-amount") return "mainLine";
  if (fault === "unknown-parameter") return BRACE.test(mainLine.replace(KNOWN_PARAMETER, "")) ? "mainLine" : "subLine";
  if (fault === "claims-zero-interest") return faultOfTemplate({ kind: "apr", mainLine, subLine: "" }) === fault ? "mainLine" : "subLine";
  return "subLine";
}

/** Words too long for some purchases show nothing for these; words too long for all are of no use at that placement. */
function widthProblems(template: LabelTemplate, samples: readonly SampleQuote[]): TemplateProblem[] {
  return template.placements.flatMap((placement): TemplateProblem[] => {
    const tooLong = samples.flatMap((sample) => {
      const label = renderLabel(template, { ...sample, placement });
      return !label.ok && label.reason === "words-too-long" ? [label.params] : [];
    });
    const worst = tooLong.reduce<(typeof tooLong)[number] | null>((found, one) => (found && Number(found.width) >= Number(one.width) ? found : one), null);
    if (!worst) return [];
    const path = worst.line === "main" ? "mainLine" : "subLine";
    const { line, width, limit, words } = worst;
    if (tooLong.length === samples.length) return [{ severity: "refusal", path, code: "never-fits", placement, line, width, limit }];
    return [{ severity: "warning", path, code: "sometimes-too-long", placement, line, width, limit, words }];
  });
}

/** Both lines are read together, as a shopper reads them where there is room for the clearest words, against the quote whose numbers stand in them. Each thing found is told once. */
function copyProblems(words: LabelTemplate, samples: readonly SampleQuote[], rules: RuleSet): TemplateProblem[] {
  const template: LabelTemplate = { ...words, placements: [ROOMIEST] };
  const problems = new Map<string, TemplateProblem>();
  for (const sample of samples) {
    const label = renderLabel(template, { ...sample, placement: ROOMIEST });
    if (!label.ok) continue;
    const { findings } = checkCopy({ text: `${label.mainLine}\n${label.subLine}`, kind: "template", facts: [factsOfQuote(sample.quote)] }, rules);
    for (const finding of findings) {
      const path = finding.start <= label.mainLine.length ? "mainLine" : "subLine";
      const key = `${finding.ruleId} ${path}`;
      if (finding.level !== "note" && !problems.has(key)) problems.set(key, { severity: finding.level === "block" ? "refusal" : "warning", path, code: "copy-check", finding });
    }
  }
  return [...problems.values()];
}
