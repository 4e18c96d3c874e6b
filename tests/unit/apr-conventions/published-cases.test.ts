import { describe, expect, test } from "vitest";

import { answerCase, type CaseAnswer } from "@/lib/apr-conventions/answer-case";
import fixtures from "@/tests/fixtures/apr.json";

type PublishedCase = {
  id: string;
  kind: string;
  expected: Record<string, string | null>;
  tolerance: string | null;
  verified: Record<string, unknown>;
};

const cases = fixtures.vectors.map((vector) => ({ ...vector }) as unknown as PublishedCase & Record<string, unknown>);
const of = (...kinds: string[]) => cases.filter((published) => kinds.includes(published.kind));

test("the file holds every published case", () => {
  expect(cases).toHaveLength(88);
});

describe("rates of charge come out within the tolerance of their source", () => {
  test.each(of("EU_APRC", "US_APPENDIX_J", "EFFECTIVE_SINGLE").map((published) => [published.id, published] as const))("%s", (_, published) => {
    const answer = answerCase(published);
    const percent = text(answer, "aprPercent");
    expectPublished(percent, String(published.expected.aprPercent), published.tolerance);
    for (const [name, decimals] of [["aprPercent1dp", 1], ["aprPercent0dp", 0]] as const) {
      const rounded = published.expected[name];
      if (rounded) expect(Number(percent).toFixed(decimals)).toBe(rounded);
    }
    expectReference(percent, published.verified.computedPercent);
  });
});

describe("spreadsheet rates come out within the tolerance of their source", () => {
  test.each(of("IRR", "RATE", "XIRR", "EFFECT", "NOMINAL").map((published) => [published.id, published] as const))("%s", (_, published) => {
    const answer = answerCase(published);
    if (published.expected.rate === null) {
      expect(answer).toEqual({ error: "no-root" });
      return;
    }
    const rate = text(answer, "rate");
    expectPublished(rate, String(published.expected.rate), published.tolerance);
    expectReference(rate, published.verified.computed);
  });
});

describe("EU time intervals are exact fractions", () => {
  test.each(of("EU_TIME_INTERVAL").map((published) => [published.id, published] as const))("%s", (_, published) => {
    const years = text(answerCase(published), "years");
    expect(crossMultiplied(years, String(published.verified.computed))).toBe(true);
  });
});

describe("installment splits match to the fen", () => {
  test.each(of("CN_INSTALMENT_SPLIT").map((published) => [published.id, published] as const))("%s", (_, published) => {
    const answer = answerCase(published);
    for (const name of ["regularPeriodPayment", "totalFee", "feePerPeriod"]) {
      if (published.expected[name]) expect(answer[name]).toBe(published.expected[name]);
    }
    if (published.verified.firstPeriod) expect(Number(answer.firstPeriodPayment)).toBe(Number(published.verified.firstPeriod));
    const annual = Number(text(answer, "simpleAnnualPercent"));
    const printed = published.expected.simpleAnnualPercent1dp;
    if (printed) expect(annual.toFixed(1)).toBe(printed);
    expect(annual).toBeCloseTo(Number(published.verified.aprFromRatePercent ?? published.verified.simpleAnnualPercent), 7);
  });
});

function text(answer: CaseAnswer, name: string): string {
  const value = answer[name];
  expect(typeof value, JSON.stringify(answer)).toBe("string");
  return String(value);
}

function expectPublished(got: string, expected: string, tolerance: string | null) {
  const decimals = /^exact after rounding half-up to (\d) dp/.exec(tolerance ?? "");
  if (decimals) {
    expect(Number(got).toFixed(Number(decimals[1]))).toBe(Number(expected).toFixed(Number(decimals[1])));
    return;
  }
  expect(Math.abs(Number(got) - Number(expected))).toBeLessThanOrEqual(Number.parseFloat(tolerance ?? "0") * (1 + 1e-9));
}

/** The recomputation with 60 digits that stands beside each case. */
function expectReference(got: string, reference: unknown) {
  expect(typeof reference).toBe("string");
  expect(Math.abs(Number(got) / Number(reference) - 1)).toBeLessThan(1e-12);
}

function crossMultiplied(a: string, b: string): boolean {
  const [an, ad = "1"] = a.split("/");
  const [bn, bd = "1"] = b.split("/");
  return BigInt(an) * BigInt(bd) === BigInt(bn) * BigInt(ad);
}
