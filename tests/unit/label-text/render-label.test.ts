import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "@/lib/calendar/calendar-date";
import { widthInHalves } from "@/lib/label-text/east-asian-width";
import { LABEL_WIDTHS, type LabelPlacement } from "@/lib/label-text/placement";
import { renderLabel, type LabelFacts } from "@/lib/label-text/render-label";
import { faultOfTemplate, type LabelTemplate } from "@/lib/label-text/template";
import { fen } from "@/lib/money/fen";

const NARROW_SUB = "消费信贷|{lender}|{payer}|年化{apr}|逾期计费";
const zeroInterest: LabelTemplate = { code: "zero", version: 1, kind: "zero-interest", placements: ["LIVESTREAM", "SHOWCASE", "POI"], mainLine: "{term}期0息", subLine: NARROW_SUB };
const perPeriod: LabelTemplate = { ...zeroInterest, code: "per-period", kind: "per-period", mainLine: "{perPeriod}x{term}期 年化{apr}" };
const byMerchant = { consumerBps: 0, merchantBps: 10_000, platformBps: 0 };
const byConsumer = { consumerBps: 10_000, merchantBps: 0, platformBps: 0 };

function facts(over: { percent?: string; perPeriodFen?: number; interestFree?: boolean; lender?: string; placement?: LabelPlacement; consumerPays?: boolean } = {}): LabelFacts {
  const onDate = calendarDate("2026-11-22");
  return {
    quote: {
      term: 3,
      perPeriodFen: fen(over.perPeriodFen ?? 43_300),
      nominalApr: { ppm: 0, percent: over.percent ?? "0.00", method: "nominal", onDate },
      interestFree: over.interestFree ?? true,
    },
    card: { lenderShortName: over.lender ?? "示例" },
    placement: over.placement ?? "LIVESTREAM",
    funding: over.consumerPays ? byConsumer : byMerchant,
  };
}

describe("renderLabel", () => {
  it("says zero interest and who pays for it", () => {
    expect(renderLabel(zeroInterest, facts())).toEqual({ ok: true, mainLine: "3期0息", subLine: "消费信贷|示例|商家付|年化0.00%|逾期计费", namesAmount: false });
  });

  it("takes the clearer payer where there is room", () => {
    expect(renderLabel(zeroInterest, facts({ placement: "SHOWCASE" }))).toMatchObject({ subLine: "消费信贷|示例|商家付费|年化0.00%|逾期计费" });
  });

  it("fits a two-digit APR into the livestream sub-line to the last half", () => {
    const label = renderLabel(perPeriod, facts({ percent: "13.75", interestFree: false, consumerPays: true }));
    expect(label).toEqual({ ok: true, mainLine: "¥433.00x3期 年化13.75%", subLine: "消费信贷|示例|买家付|年化13.75%|逾期计费", namesAmount: true });
    expect(widthInHalves("消费信贷|示例|买家付|年化13.75%|逾期计费")).toBe(40);
  });

  it("refuses zero interest that the quote does not bear out", () => {
    expect(renderLabel(zeroInterest, facts({ interestFree: false, percent: "59.86" }))).toEqual({ ok: false, reason: "not-interest-free" });
  });

  it("refuses words that do not fit and says by how much", () => {
    expect(renderLabel(zeroInterest, facts({ lender: "示例消费金融" }))).toMatchObject({ ok: false, reason: "words-too-long", params: { line: "sub", limit: 20, width: "23.5" } });
    expect(renderLabel(perPeriod, facts({ perPeriodFen: 1_299_900, percent: "13.75" }))).toMatchObject({ ok: false, reason: "words-too-long", params: { line: "main", limit: 12, width: "12.5" } });
  });

  it("refuses a template at a placement it was not approved for", () => {
    expect(renderLabel({ ...zeroInterest, placements: ["POI"] }, facts())).toMatchObject({ ok: false, reason: "template-not-in-force" });
  });

  it("never gives a line that is wider than its place, nor an amount without the APR beside it", () => {
    const placement = fc.constantFrom<LabelPlacement>("LIVESTREAM", "SHOWCASE", "POI");
    const lender = fc.string({ minLength: 1, maxLength: 8, unit: fc.constantFrom("示", "例", "A", "b", "é", "·", "Ａ", "ｱ") });
    fc.assert(
      fc.property(placement, lender, fc.integer({ min: 1, max: 100_000_000_000 }), fc.constantFrom("0.00", "<0.01", "13.75", "123.45"), (where, lenderName, amount, percent) => {
        const label = renderLabel(perPeriod, facts({ placement: where, lender: lenderName, perPeriodFen: amount, percent }));
        if (!label.ok) return label.reason === "words-too-long";
        return widthInHalves(label.mainLine) <= LABEL_WIDTHS[where].main * 2 && widthInHalves(label.subLine) <= LABEL_WIDTHS[where].sub * 2 && label.mainLine.includes(`年化${percent}%`);
      }),
    );
  });
});

describe("faultOfTemplate", () => {
  it.each([
    ["{perPeriod}起", NARROW_SUB, "apr-missing-beside-amount"],
    ["{term}期0息", NARROW_SUB, "claims-zero-interest"],
    ["{term}期免息", NARROW_SUB, "claims-zero-interest"],
    ["{term}期 {daily}", NARROW_SUB, "unknown-parameter"],
    ["{term}期", NARROW_SUB.replace("消费信贷", "分期"), "sub-line-without-credit"],
    ["{term}期", NARROW_SUB.replace("{lender}", "某机构"), "sub-line-without-lender"],
    ["{term}期", NARROW_SUB.replace("{payer}", ""), "sub-line-without-payer"],
    ["{term}期", NARROW_SUB.replace("年化{apr}", ""), "sub-line-without-apr"],
    ["{term}期", NARROW_SUB.replace("逾期计费", ""), "sub-line-without-overdue"],
  ])("finds what is wrong with %s | %s", (mainLine, subLine, fault) => {
    expect(faultOfTemplate({ kind: "per-period", mainLine, subLine })).toBe(fault);
  });
});
