import { divideFractions, fraction, type Fraction } from "@/lib/apr/fraction";
import { firstOf, InvalidCase, readFraction, type Fields } from "@/lib/apr-conventions/case-input";
import { powerRate, type SolvedRate } from "@/lib/apr-conventions/solved-rate";

const MEAN_YEAR = fraction(1461n, 4n);
const MAX_YEARS_TO_THE_POWER = 100_000n;

/** (payment ÷ advance)^(year ÷ days) − 1 for one advance and one payment; a year of 365.25 days unless the case names another. */
export function effectiveSingle(row: Fields, inputs: Fields): SolvedRate {
  const advance = readFraction(firstOf(inputs, "advance", "amount", "amountFinanced"), "inputs.advance");
  const payment = readFraction(inputs.payment, "inputs.payment");
  const days = readFraction(inputs.days, "inputs.days");
  if (advance.numerator <= 0n || payment.numerator <= 0n) throw new InvalidCase("inputs.advance", "Amounts must be above zero");
  if (days.numerator <= 0n) throw new InvalidCase("inputs.days", "Not after the advance");
  const exponent = divideFractions(yearOf(row, inputs), days);
  if (exponent.numerator > MAX_YEARS_TO_THE_POWER * exponent.denominator) throw new InvalidCase("inputs.days", "Out of range");
  return powerRate(divideFractions(payment, advance), exponent, fraction(100n));
}

function yearOf(row: Fields, inputs: Fields): Fraction {
  const stated = firstOf(inputs, "yearDays", "daysPerYear");
  if (stated !== undefined) return readFraction(stated, "inputs.yearDays");
  const named = typeof row.convention === "string" ? /days\s*\/\s*(36\d(?:\.\d+)?)/.exec(row.convention) : null;
  return named ? readFraction(named[1], "convention") : MEAN_YEAR;
}
