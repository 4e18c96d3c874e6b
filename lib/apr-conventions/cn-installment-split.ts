import { addFractions, fraction, multiplyFractions, ONE, ZERO, type Fraction } from "@/lib/apr/fraction";
import { firstOf, InvalidCase, readCount, readFraction, type Fields } from "@/lib/apr-conventions/case-input";
import { solveRate } from "@/lib/apr-conventions/solved-rate";
import { divideBig } from "@/lib/money/divide";
import { fen, MAX_FEN, type Fen } from "@/lib/money/fen";
import { buildSchedule } from "@/lib/schedule/build-schedule";

type InstallmentSplit = {
  regularPeriodPayment: string;
  firstPeriodPayment: string;
  feePerPeriod: string;
  totalFee: string;
  simpleAnnualPercent: string;
};

const MAX_PERIODS = 600;

/**
 * The split of a principal and its fee as Alipay prints it: fee half to even, principal and fee per period floored to the fen, both
 * remainders in period 1. A fee stated per period is rounded per period. The simple annual rate is 12 × the monthly rate of the
 * unrounded fee.
 */
export function installmentSplit(inputs: Fields): { ok: true; split: InstallmentSplit } | { ok: false; error: "no-root" | "not-finite" } {
  const principal = readYuan(firstOf(inputs, "principalYuan", "principal"), "inputs.principalYuan");
  const periods = readCount(firstOf(inputs, "periods", "term", "n"), "inputs.periods", MAX_PERIODS);
  const { fee, totalRate } = readFee(inputs, principal, periods);
  const parts = buildSchedule(principal, fee, periods, "douyin-monthly-pay");
  const regular = parts[parts.length - 1];
  const annual = simpleAnnualPercent(totalRate, periods);
  if (!annual.ok) return annual;
  return {
    ok: true,
    split: {
      regularPeriodPayment: yuan(regular.paymentFen),
      firstPeriodPayment: yuan(parts[0].paymentFen),
      feePerPeriod: yuan(regular.feeFen),
      totalFee: yuan(fee),
      simpleAnnualPercent: annual.value,
    },
  };
}

function readFee(inputs: Fields, principal: Fen, periods: number): { fee: Fen; totalRate: Fraction } {
  const perPeriod = firstOf(inputs, "feeRatePerPeriod", "ratePerPeriod");
  const rate = readFraction(perPeriod ?? firstOf(inputs, "totalFeeRate", "feeRate"), "inputs.totalFeeRate");
  if (rate.numerator < 0n || rate.numerator > 10n * rate.denominator) throw new InvalidCase("inputs.totalFeeRate", "Not from 0 to 10");
  const once = Number(divideBig(BigInt(principal) * rate.numerator, rate.denominator, "half-even"));
  if (perPeriod === undefined) return { fee: fen(once), totalRate: rate };
  return { fee: fen(once * periods), totalRate: multiplyFractions(rate, fraction(BigInt(periods))) };
}

function simpleAnnualPercent(totalRate: Fraction, periods: number) {
  const payment = multiplyFractions(addFractions(ONE, totalRate), fraction(-1n, BigInt(periods)));
  const flows = [{ amount: ONE, time: ZERO }];
  for (let period = 1; period <= periods; period++) flows.push({ amount: payment, time: fraction(BigInt(period)) });
  return solveRate(flows, fraction(1_200n));
}

function readYuan(value: unknown, field: string): Fen {
  const amount = multiplyFractions(readFraction(value, field), fraction(100n));
  if (amount.denominator !== 1n || amount.numerator <= 0n || amount.numerator > BigInt(MAX_FEN)) {
    throw new InvalidCase(field, "Not an amount in yuan and fen");
  }
  return fen(Number(amount.numerator));
}

function yuan(amount: Fen): string {
  const digits = String(amount).padStart(3, "0");
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}
