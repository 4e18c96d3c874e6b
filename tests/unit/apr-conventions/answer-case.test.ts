import { describe, expect, test } from "vitest";

import { answerCase } from "@/lib/apr-conventions/answer-case";

const appendixJ = (inputs: Record<string, unknown>) => {
  const { aprPercent } = answerCase({ kind: "US_APPENDIX_J", inputs });
  return Number(aprPercent).toFixed(2);
};

describe("Appendix J, from dates or from unit-periods", () => {
  test.each([
    ["(c)(5)(i): 255 days", { amountFinanced: "1000", advanceDate: "1978-01-03", payments: [{ amount: "1080", date: "1978-09-15" }] }, "11.45"],
    ["(c)(5)(i) with its days", { amountFinanced: 1000, days: 255, payments: [{ amount: 1080 }] }, "11.45"],
    ["(c)(5)(ii): six months", { amountFinanced: "1000", advanceDate: "1978-07-15", firstPaymentDate: "1979-01-15", payments: [{ amount: "1044", count: 1 }] }, "8.80"],
    ["(c)(5)(ii): six months, its days beside", { amountFinanced: "1000", advanceDate: "1978-07-15", days: 184, payments: [{ amount: "1044", date: "1979-01-15" }] }, "8.80"],
    ["(c)(5)(i) with an interval that is no word for one", { amountFinanced: "1000", interval: "term", unitPeriodsPerYear: "365/255", payments: [{ amount: "1080" }] }, "11.45"],
    ["(c)(1)(iv) every three months", { amountFinanced: "10000", advanceDate: "1978-05-23", firstPaymentDate: "1978-10-01", interval: "every 3 months", payments: [{ amount: "385", count: 40 }] }, "8.97"],
    ["(c)(5)(iii): a year and a half", { amountFinanced: "1000", advanceDate: "1978-01-17", payments: [{ amount: "1135.19", date: "1979-07-17" }] }, "8.76"],
    ["(c)(5)(iii) with its unit-periods", { amountFinanced: "1000", unitPeriodsPerYear: 1, firstPeriodFullUnits: 1, firstPeriodOddFraction: "6/12", payments: [{ amount: "1135.19", count: 1 }] }, "8.76"],
    ["(c)(5)(iv): two years", { amountFinanced: "1000", advanceDate: "1978-01-03", payments: [{ amount: "1240", date: "1980-01-03" }] }, "11.36"],
    ["(c)(1)(ii) from its dates", { amountFinanced: "6000", advanceDate: "1978-02-10", firstPaymentDate: "1978-04-01", interval: "1 month", payments: [{ amount: "200", count: 36 }] }, "11.82"],
    ["(c)(1)(iii) from its dates", { amountFinanced: "5000", advanceDate: "1978-02-23", firstPaymentDate: "1978-03-01", interval: "semimonth (1st and 16th)", payments: [{ amount: "219.17", count: 24 }] }, "10.34"],
    ["(c)(1)(v) from its dates", { amountFinanced: "500", advanceDate: "1978-03-20", firstPaymentDate: "1978-04-21", unitPeriodsPerYear: 52, payments: [{ amount: "17.60", count: 30 }] }, "14.96"],
  ])("%s", (_, inputs, percent) => {
    expect(appendixJ(inputs)).toBe(percent);
  });

  test("skipped payments are the same by dates, by unit-periods and by zero amounts", () => {
    const byDates = { amountFinanced: "5000", advanceDate: "1978-01-25", interval: "1 month", payments: ["1978-02-25", "1979-02-25", "1980-02-25"].map((date) => ({ amount: "250", count: 8, date })) };
    const byUnits = { amountFinanced: "5000", unitPeriodsPerYear: 12, payments: [1, 13, 25].map((t) => ({ amount: "250", count: 8, t })) };
    const byZeros = { amountFinanced: "5000", unitPeriodsPerYear: 12, payments: [250, 0, 250, 0, 250].map((amount) => ({ amount, count: amount === 0 ? 4 : 8 })) };
    const months = [1, 2, 3, 4, 5, 6, 7, 8].map((month) => String(month + 1).padStart(2, "0"));
    const eachDate = { amountFinanced: "5000", advanceDate: "1978-01-25", payments: ["1978", "1979", "1980"].flatMap((year) => months.map((month) => ({ amount: "250", date: `${year}-${month}-25` }))) };
    expect(answerCase({ kind: "US_APPENDIX_J", inputs: eachDate })).toEqual(answerCase({ kind: "US_APPENDIX_J", inputs: byDates }));
    expect(answerCase({ kind: "US_APPENDIX_J", inputs: byUnits })).toEqual(answerCase({ kind: "US_APPENDIX_J", inputs: byDates }));
    expect(answerCase({ kind: "US_APPENDIX_J", inputs: byZeros })).toEqual(answerCase({ kind: "US_APPENDIX_J", inputs: byDates }));
  });

  test("several advances with odd fractions of their own satisfy the equation", () => {
    const advances = [
      { amount: "10000", t: "0" },
      { amount: "10000", t: "19/30" },
      { amount: "10000", t: "65/30" },
    ];
    const { aprPercent } = answerCase({ kind: "US_APPENDIX_J", inputs: { unitPeriodsPerYear: 12, advances, payments: [{ amount: "500", count: 240, t: "181/30" }] } });
    const i = Number(aprPercent) / 1200;
    const worth = (amount: number, full: number, odd: number) => amount / ((1 + odd * i) * (1 + i) ** full);
    const received = worth(10_000, 0, 0) + worth(10_000, 0, 19 / 30) + worth(10_000, 2, 5 / 30);
    const paid = Array.from({ length: 240 }, (_, index) => worth(500, 6 + index, 1 / 30)).reduce((sum, value) => sum + value, 0);
    expect(paid / received).toBeCloseTo(1, 12);
  });
});

describe("of several roots", () => {
  test("the one nearest zero is printed, and the others", () => {
    expect(answerCase({ kind: "IRR", inputs: { cashflows: ["-100", "230", "-132.24"] } })).toEqual({
      rate: "0.1400000000000000",
      otherRoots: ["0.1600000000000000"],
    });
  });

  test("a broken number of periods drops the root that its closed form brings in", () => {
    expect(answerCase({ kind: "RATE", inputs: { nper: "24.5", pmt: -1000, pv: 20000 } })).toEqual({ rate: "0.01658185516021215" });
  });
});

test("RATE pays at the start by 1 or by name", () => {
  const annuity = { nper: 24, pmt: "-1000", pv: "-10000", fv: "100000" };
  expect(answerCase({ kind: "RATE", inputs: { ...annuity, when: "begin" } })).toEqual(answerCase({ kind: "RATE", inputs: { ...annuity, type: 1 } }));
  expect(answerCase({ kind: "RATE", inputs: { ...annuity, when: "end" } })).toEqual(answerCase({ kind: "RATE", inputs: annuity }));
});

describe("the range", () => {
  test.each([
    [{ kind: "EU_APRC", flows: [{ dir: "advance", t: 0, amount: 1 }, { dir: "payment", t: 9, amount: "1e99" }] }, { aprPercent: "9999999999900.000" }],
    [{ kind: "EU_APRC", flows: [{ dir: "advance", t: 0, amount: "1e99" }, { dir: "payment", t: 20, amount: 1 }] }, { aprPercent: "-99.99887798154570" }],
    [{ kind: "EFFECT", inputs: { nominal_rate: "1e90", npery: 1_000_000 } }, { error: "not-finite" }],
    [{ kind: "EFFECT", inputs: { nominal_rate: 0, npery: 12 } }, { rate: "0.0000000000000000" }],
    [{ kind: "NOMINAL", inputs: { effect_rate: "0.053543", npery: 4 } }, { rate: "0.05250031986835586" }],
    [{ kind: "EFFECTIVE_SINGLE", inputs: { advance: "100", payment: "1", days: "1" } }, { error: "not-finite" }],
    [{ kind: "IRR", inputs: { cashflows: [100, -201, 101] } }, { rate: "0.0000000000000000", otherRoots: ["0.01000000000000000"] }],
    [{ kind: "IRR", inputs: { cashflows: ["-1e20", "1"] } }, { rate: "-0.999999999999999999990000000000000000" }],
    [{ kind: "XIRR", inputs: { flows: [["2025-01-01", -100], ["2026-01-01", 110]] } }, { rate: "0.1000000000000000" }],
    [{ kind: "EU_TIME_INTERVAL", inputs: { from: "2012-01-31", to: "2012-05-31", unit: "Monthly" } }, { years: "1/3" }],
  ])("%j gives %j", (row, answer) => {
    expect(answerCase(row)).toEqual(answer);
  });

  test.each([
    [{ kind: "XIRR", inputs: { flows: [{ date: "2026-01-01", amount: -1 }, { date: "2027-01-01", amount: "100000000001" }] } }, "100000000000.00000"],
    [{ kind: "XIRR", inputs: { dates: ["2026-01-01", "2027-01-01"], values: [-100_000, 1] } }, "-0.9999900000000000"],
    [{ kind: "IRR", inputs: { cashflows: ["-100", "50", "50"] } }, "0.0000000000000000"],
    [{ kind: "IRR", cashflows: ["-1e9", "1000000000.000001"] }, "0.000000000000001000000000000000"],
    [{ kind: "RATE", inputs: { nper: 600, pmt: -1000, pv: "100000" } }, "0.009974066170012856"],
  ])("%j", (row, rate) => {
    expect(answerCase(row)).toEqual({ rate });
  });
});

describe("what cannot be read is named", () => {
  test.each([
    [{ kind: "APR", inputs: {} }, "kind"],
    [{ kind: "IRR", inputs: { cashflows: [] } }, "inputs.cashflows"],
    [{ kind: "IRR", inputs: { cashflows: ["--5", 1] } }, "inputs.cashflows.0"],
    [{ kind: "IRR", inputs: { cashflows: ["1/0", 1] } }, "inputs.cashflows.0"],
    [{ kind: "IRR", inputs: { cashflows: ["87,91", -1] } }, "inputs.cashflows.0"],
    [{ kind: "IRR", inputs: { cashflows: ["12 34", -1] } }, "inputs.cashflows.0"],
    [{ kind: "US_APPENDIX_J", inputs: { amountFinanced: 1, advanceDate: "2026-01-01", days: 30, payments: [{ amount: 2, date: "2026-02-01" }] } }, "inputs.days"],
    [{ kind: "IRR", inputs: { cashflows: ["1e500", 1] } }, "inputs.cashflows.0"],
    [{ kind: "RATE", inputs: { nper: 0, pmt: 1, pv: 1 } }, "inputs.nper"],
    [{ kind: "XIRR", inputs: { flows: [{ date: "2026-02-30", amount: 1 }] } }, "inputs.flows.0.date"],
    [{ kind: "EU_APRC", flows: [{ amount: "1", t: "0" }] }, "flows.0.dir"],
    [{ kind: "EU_APRC", flows: [{ dir: "advance", amount: "1" }] }, "flows.0.t"],
    [{ kind: "EU_TIME_INTERVAL", inputs: { from: "2026-01-01", to: "2026-02-01", unit: "moon" } }, "inputs.unit"],
    [{ kind: "NOMINAL", inputs: { effective: "-1", npery: 4 } }, "inputs.effective"],
    [{ kind: "EFFECTIVE_SINGLE", inputs: { advance: "0", payment: "1", days: "3" } }, "inputs.advance"],
    [{ kind: "CN_INSTALMENT_SPLIT", inputs: { principalYuan: "5.455", periods: 3, totalFeeRate: "0.023" } }, "inputs.principalYuan"],
    [{ kind: "US_APPENDIX_J", inputs: { amountFinanced: "1", payments: [{ amount: "1", count: 2 }] } }, "inputs.unitPeriodsPerYear"],
    [{ kind: "US_APPENDIX_J" }, "inputs.amountFinanced"],
  ])("%j at %s", (row, field) => {
    expect(answerCase(row)).toMatchObject({ error: "bad-input", field });
  });
});
