import { IRR } from "@formulajs/formulajs";
import { irr } from "node-irr";
import xirr from "xirr";
import { effectiveRate } from "@/lib/apr/effective-rate";
import { nominalRate } from "@/lib/apr/nominal-rate";
import { fen } from "@/lib/money/fen";
import { sha256Hex } from "@/lib/platform/sha256-hex";
import { fingerprintQuote } from "@/lib/quote/fingerprint";
import { quote } from "@/lib/quote/quote";
import type { QuoteInput } from "@/lib/quote/schema";
import type { BenchRow, BenchSuite } from "./bench-row";
import { annuities, datedCases, preciseDiscount, type AnnuityCase, type DatedCase } from "./engine-cases";
import { SAMPLE_CARD, SAMPLE_POLICIES, SAMPLE_LPR } from "./sample-market";
import { figure, interleave, shareOfTime, timesFaster, type Ratio } from "./interleave";

const CASES = 300;
const ERROR_MAX = 1e-12;
const PRECISE_CASES = 40;

export const engine: BenchSuite = {
  name: "engine",
  run: async ({ report }) => {
    report("errors against 50 digits");
    const cases = annuities(CASES, 12);
    const dated = datedCases(CASES, 12);
    const monthlyError = Math.max(...[12, 24].map((periods) => worstMonthlyError(annuities(PRECISE_CASES, periods))));
    const yearlyError = Math.max(...[12, 24].map((periods) => worstYearlyError(datedCases(PRECISE_CASES, periods))));

    report("monthly IRR");
    const monthly = (solve: (one: AnnuityCase) => number) => over(cases, solve);
    const ours = (one: AnnuityCase) => nominalRate(one.principalFen, one.payments) / 12;
    const againstNodeIrr = await interleave(monthly(ours), monthly(({ flows }) => irr(flows)));
    const againstFormula = await interleave(monthly(ours), monthly(({ flows }) => Number(IRR(flows))));

    report("dated APR");
    const againstXirr = await interleave(
      over(dated, ({ principalFen, payments, days }) => effectiveRate(principalFen, payments, days)),
      over(dated, (one) => xirr(one.dated)),
    );

    report("whole quote");
    const inputs = dated.map(quoteInputOf);
    const wholeQuote = await interleave(
      over(inputs, (input) => nominalPpmOf(input)),
      over(dated, (one) => xirr(one.dated)),
    );
    const quoted = inputs.map((input) => ({ input, quote: quoteOf(input) }));
    const hashing = await interleave(
      over(quoted, ({ input, quote }) => fingerprintQuote(input, quote, sha256Hex).length),
      over(dated, (one) => xirr(one.dated)),
    );

    return [
      speedRow("monthly IRR of 12 exact-fen flows", "node-irr 2.0.5", againstNodeIrr, 2, monthlyError),
      speedRow("monthly IRR of 12 exact-fen flows", "formulajs 4.6.1", againstFormula, 25, monthlyError),
      speedRow("dated APR, 12 flows", "xirr 1.1.0", againstXirr, 10, yearlyError),
      {
        path: "whole quote, 12 periods, hash apart",
        against: "one xirr solve",
        goal: "≤ 0.5× its time",
        measured: shareOfTime(wholeQuote),
        isReached: wholeQuote.median <= 0.5,
        notes: [`${nanoseconds(wholeQuote.oursMs)} a quote, ${nanoseconds(wholeQuote.theirsMs)} an xirr solve; its fingerprint takes ${shareOfTime(hashing)} of one`],
      },
    ];
  },
};

function over<T>(items: readonly T[], work: (item: T) => number) {
  const rounds = 20;
  return {
    work: () => {
      let sum = 0;
      for (let round = 0; round < rounds; round++) for (const item of items) sum += work(item);
      if (!Number.isFinite(sum)) throw new Error("A case was not solved");
    },
  };
}

function speedRow(path: string, against: string, ratio: Ratio, times: number, error: number): BenchRow {
  return {
    path,
    against,
    goal: `≥ ${times}×, error ≤ 1e-12`,
    measured: `${timesFaster(ratio)}, error ${error.toExponential(1)}`,
    isReached: 1 / ratio.median >= times && error <= ERROR_MAX,
    notes: [`${nanoseconds(ratio.oursMs)} against ${nanoseconds(ratio.theirsMs)} a solve`],
  };
}

const nanoseconds = (roundMs: number): string => `${figure((roundMs * 1e6) / (CASES * 20))} ns`;

function worstMonthlyError(cases: readonly AnnuityCase[]): number {
  return Math.max(
    ...cases.map(({ principalFen, payments }) => {
      const rate = preciseDiscount(principalFen, payments, payments.map((_, index) => index + 1)).pow(-1).minus(1);
      return rate.minus(nominalRate(principalFen, payments) / 12).abs().toNumber();
    }),
  );
}

function worstYearlyError(cases: readonly DatedCase[]): number {
  return Math.max(
    ...cases.map(({ principalFen, payments, days }) => {
      const rate = preciseDiscount(principalFen, payments, days).pow(-365).minus(1);
      return rate.minus(effectiveRate(principalFen, payments, days)).abs().toNumber();
    }),
  );
}

function quoteInputOf({ principalFen, orderDate }: DatedCase): QuoteInput {
  return {
    prices: { cashPriceFen: fen(principalFen) },
    term: 12,
    orderDate,
    funding: { consumerBps: 10_000, merchantBps: 0, platformBps: 0 },
    rateCard: SAMPLE_CARD,
    policies: SAMPLE_POLICIES,
    lprRates: SAMPLE_LPR,
  };
}

function quoteOf(input: QuoteInput) {
  const result = quote(input);
  if (!result.ok) throw new Error(`A case was refused: ${result.reason}`);
  return result.quote;
}

const nominalPpmOf = (input: QuoteInput): number => quoteOf(input).nominalApr.ppm;
