/** Σ weight·e^(−u·time) with times rising from 0 to 1; weights are kept as sign and logarithm, so that no derivative overflows. */
export type ExponentialSum = { signs: number[]; logs: number[]; times: number[]; signChanges: number };

type SumAt = {
  /** Sign of the sum, or 0 where rounding may have made it. */
  sign: number;
  /** ln(positive part ÷ negative part) and its derivative by u. */
  logRatio: number;
  logRatioSlope: number;
};

const NOISE = 1e-11;

export function exponentialSum(terms: readonly { amount: number; time: number }[]): ExponentialSum {
  return withSignChanges({
    signs: terms.map((term) => Math.sign(term.amount)),
    logs: terms.map((term) => Math.log(Math.abs(term.amount))),
    times: terms.map((term) => term.time),
  });
}

/** The derivative of e^(u·τ)·sum without that factor, τ in the middle of a sign change: it has exactly one sign change less. */
export function turningSum(sum: ExponentialSum): ExponentialSum {
  const middle = turningTime(sum);
  return withSignChanges({
    signs: sum.signs.map((sign, index) => sign * Math.sign(middle - sum.times[index])),
    logs: sum.logs.map((log, index) => log + Math.log(Math.abs(middle - sum.times[index]))),
    times: sum.times,
  });
}

export function turningTime(sum: Pick<ExponentialSum, "signs" | "times">): number {
  const changes = sum.signs.flatMap((sign, index) => (index > 0 && sign !== sum.signs[index - 1] ? [index] : []));
  const index = changes[Math.floor(changes.length / 2)];
  return (sum.times[index - 1] + sum.times[index]) / 2;
}

export function sumAt(sum: ExponentialSum, u: number): SumAt {
  let largest = -Infinity;
  for (let index = 0; index < sum.times.length; index++) {
    const exponent = sum.logs[index] - u * sum.times[index];
    if (exponent > largest) largest = exponent;
  }
  let positive = 0;
  let negative = 0;
  let positiveMoment = 0;
  let negativeMoment = 0;
  for (let index = 0; index < sum.times.length; index++) {
    const term = Math.exp(sum.logs[index] - u * sum.times[index] - largest);
    if (sum.signs[index] > 0) {
      positive += term;
      positiveMoment += term * sum.times[index];
    } else {
      negative += term;
      negativeMoment += term * sum.times[index];
    }
  }
  const difference = positive - negative;
  return {
    sign: Math.abs(difference) <= NOISE * (positive + negative) ? 0 : Math.sign(difference),
    logRatio: Math.log(positive / negative),
    logRatioSlope: negativeMoment / negative - positiveMoment / positive,
  };
}

function withSignChanges(sum: Omit<ExponentialSum, "signChanges">): ExponentialSum {
  let signChanges = 0;
  for (let index = 1; index < sum.signs.length; index++) {
    if (sum.signs[index] !== sum.signs[index - 1]) signChanges += 1;
  }
  return { ...sum, signChanges };
}
