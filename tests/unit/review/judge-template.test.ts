import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { BUILT_IN_RULE_SET } from "@/lib/copy-check/built-in/built-in-rule-set";
import type { KeptTemplate } from "@/lib/label-text/template-in-force";
import { judgeTemplate, type TemplateToJudge } from "@/lib/review/judge-template";
import { sampleQuotes } from "@/lib/review/sample-quotes";
import type { TemplateChange } from "@/lib/review/template-schema";
import { templateStanding } from "@/lib/review/template-standing";
import { SAMPLE_CARD } from "@/prisma/seed/seed-rate-cards";

const { expectedVersion: _none, ...terms } = SAMPLE_CARD;
const today = calendarDate("2026-11-20");
const market = { rateCards: [{ ...terms, id: "card", version: 1 }], policies: [], lprRates: [] };
const samples = sampleQuotes(market, today);
const SUB_LINE = "消费信贷|{lender}|{payer}|年化{apr}|逾期计费";

const kept = (over: Partial<KeptTemplate> = {}): KeptTemplate => ({ code: "apr", version: 1, kind: "apr", placements: ["LIVESTREAM", "SHOWCASE", "POI"], mainLine: "{term}期 年化{apr}", subLine: SUB_LINE, status: "approved", validFrom: new Date("2026-01-01T00:00:00+08:00"), ...over });
const words = (over: Partial<Extract<TemplateChange, { change: "words" }>> = {}): TemplateChange => ({ change: "words", code: "new", basis: 0, kind: "apr", placements: ["POI"], mainLine: "{term}期 年化{apr}", subLine: SUB_LINE, ...over });
const judge = (change: TemplateChange, over: Partial<TemplateToJudge> = {}) => judgeTemplate({ change, fromDate: today, today, now: new Date("2026-11-20T02:00:00Z"), kept: [kept()], samples, rules: BUILT_IN_RULE_SET, ...over });

describe("the purchases that words are tried on", () => {
  it("are large and small, short and long, at the merchant's and at the shopper's cost", () => {
    expect(samples.map(({ id }) => id)).toEqual(["merchant-129900-3", "merchant-129900-12", "merchant-9900-3", "merchant-9900-12", "consumer-129900-3", "consumer-129900-12", "consumer-9900-3", "consumer-9900-12"]);
  });

  it("take the card's own terms where it knows no usual ones, and are none without a card", () => {
    const rows = SAMPLE_CARD.rows.filter(({ term }) => term === 6);
    expect(new Set(sampleQuotes({ ...market, rateCards: [{ ...market.rateCards[0]!, rows }] }, today).map(({ quote }) => quote.term))).toEqual(new Set([6]));
    expect(sampleQuotes(market, calendarDate("2025-06-01"))).toEqual([]);
  });
});

describe("words", () => {
  it.each([
    ["zero-interest", ["LIVESTREAM", "SHOWCASE", "POI"], "{term}期0息"],
    ["zero-interest", ["SHOWCASE", "POI"], "{term}期0息 每期{perPeriod} 年化{apr}"],
    ["per-period", ["SHOWCASE", "POI"], "每期{perPeriod} 共{term}期 年化{apr}"],
    ["per-period", ["LIVESTREAM", "SHOWCASE", "POI"], "{perPeriod}x{term}期 年化{apr}"],
    ["apr", ["LIVESTREAM", "SHOWCASE", "POI"], "{term}期 年化{apr}"],
  ] as const)("that came with the product pass: %s %s %s", (kind, placements, mainLine) => {
    expect(judge(words({ kind, placements: [...placements], mainLine })).filter(({ severity }) => severity === "refusal")).toEqual([]);
  });

  it.each([
    ["claims-zero-interest", { mainLine: "{term}期0息" }, { path: "mainLine", code: "fault", fault: "claims-zero-interest" }],
    ["no lender", { subLine: "消费信贷|{payer}|年化{apr}|逾期计费" }, { path: "subLine", code: "fault", fault: "sub-line-without-lender" }],
    ["an unknown parameter", { mainLine: "{term}期 年化{apr} {gift}" }, { path: "mainLine", code: "fault", fault: "unknown-parameter" }],
    ["a brace that was not closed", { mainLine: "{term}期 年化{apr" }, { path: "mainLine", code: "stray-brace" }],
    ["braces of full width", { mainLine: "{term}期 年化{apr} ｛term｝" }, { path: "mainLine", code: "stray-brace" }],
    ["a yearly rate told as a daily one", { mainLine: "{term}期 日息{apr}" }, { path: "mainLine", code: "apr-without-annual" }],
    ["a term told in days", { mainLine: "{term}天 年化{apr}" }, { path: "mainLine", code: "term-without-periods" }],
    ["a term of its own", { mainLine: "3期 年化{apr}" }, { path: "mainLine", code: "copy-check", finding: { ruleId: "number-term", matched: "3期" } }],
    ["absolute words", { mainLine: "全网最低 {term}期 年化{apr}" }, { path: "mainLine", code: "copy-check", finding: { category: "absolute-claim" } }],
    ["a promise of credit in the sub-line", { subLine: `人人可贷|${SUB_LINE}` }, { path: "subLine", code: "copy-check", finding: { category: "guaranteed-approval" } }],
  ] as const)("are refused: %s", (_name, over, problem) => {
    expect(judge(words(over)).filter(({ severity }) => severity === "refusal")).toMatchObject([problem]);
  });

  it("that are too long for all are refused, for some are warned of", () => {
    expect(judge(words({ placements: ["LIVESTREAM"], mainLine: "心动好物轻松带回家 {term}期 年化{apr}" }))).toMatchObject([{ severity: "refusal", path: "mainLine", code: "never-fits", placement: "LIVESTREAM", line: "main", limit: 12 }]);
    expect(judge(words({ kind: "per-period", placements: ["LIVESTREAM"], mainLine: "{perPeriod} x {term}期 年化{apr}" }))).toEqual(expect.arrayContaining([expect.objectContaining({ severity: "warning", code: "sometimes-too-long", placement: "LIVESTREAM" })]));
  });

  it("cannot be judged without a card", () => {
    expect(judge(words(), { samples: [] })).toMatchObject([{ severity: "refusal", code: "no-samples" }]);
  });
});

describe("the versions before", () => {
  const next = (over: Parameters<typeof words>[0] = {}) => words({ code: "apr", basis: 1, placements: ["LIVESTREAM", "SHOWCASE", "POI"], mainLine: "分{term}期 年化{apr}", ...over });

  it("allow a next version of the same kind that says something else", () => {
    expect(judge(next())).toEqual([]);
    expect(judge(next({ mainLine: "{term}期 年化{apr}" }))).toMatchObject([{ code: "nothing-changed", version: 1 }]);
    expect(judge(next({ kind: "per-period" }))).toMatchObject([{ severity: "refusal", path: "kind", code: "kind-changed" }]);
    expect(judge(next({ placements: ["POI"] }))).toMatchObject([{ severity: "warning", code: "placement-dropped", placement: "LIVESTREAM" }, { placement: "SHOWCASE" }]);
    expect(judge(words({ code: "apr" }))).toMatchObject([{ path: "code", code: "code-taken", version: 1 }]);
  });

  it("warn where one that is to come would never hold", () => {
    const upcoming = kept({ version: 2, mainLine: "{term}期·年化{apr}", validFrom: new Date("2026-12-01T00:00:00+08:00") });
    expect(judge(next({ basis: 2 }), { kept: [kept(), upcoming] })).toMatchObject([{ severity: "warning", code: "replaces-upcoming", version: 2, date: "2026-12-01" }]);
    expect(judge(next({ basis: 2 }), { kept: [kept(), upcoming], fromDate: calendarDate("2026-12-02") })).toEqual([]);
  });

  it("are retired once, or sooner than was meant", () => {
    const retire: TemplateChange = { change: "retire", code: "apr", basis: 2 };
    const retired = kept({ version: 2, status: "retired", validFrom: new Date("2026-12-01T00:00:00+08:00") });
    expect(judge({ ...retire, basis: 1 })).toEqual([]);
    expect(judge(retire, { kept: [kept(), retired], fromDate: calendarDate("2026-12-01") })).toContainEqual(expect.objectContaining({ severity: "refusal", code: "already-retired" }));
    expect(judge(retire, { kept: [kept(), retired], fromDate: calendarDate("2026-11-25") })).toMatchObject([{ severity: "warning", code: "replaces-upcoming" }]);
  });

  it("begin today at the earliest and within two years", () => {
    expect(judge(next(), { fromDate: calendarDate("2026-11-19") })).toMatchObject([{ code: "from-date-too-early", earliest: "2026-11-20" }]);
    expect(judge(next(), { fromDate: calendarDate("2028-11-21") })).toMatchObject([{ code: "from-date-too-late", latest: "2028-11-20" }]);
  });
});

describe("where a version stands", () => {
  const now = new Date("2026-11-20T02:00:00Z");
  const v1 = kept();
  const v2 = kept({ version: 2, validFrom: new Date("2026-12-01T00:00:00+08:00") });
  const v3 = kept({ version: 3, validFrom: new Date("2026-11-25T00:00:00+08:00"), status: "retired" });
  it("follows from the starts of those after it", () => {
    const all = [v1, v2, v3];
    expect(all.map((one) => templateStanding(one, all, now))).toEqual([{ state: "in-force", until: v3.validFrom }, { state: "replaced", until: v3.validFrom }, { state: "upcoming", until: null }]);
    const later = new Date("2026-12-02T00:00:00+08:00");
    expect(all.map((one) => templateStanding(one, all, later).state)).toEqual(["past", "replaced", "retired"]);
  });
});
