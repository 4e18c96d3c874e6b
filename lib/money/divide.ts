type Rounding = "half-even" | "floor" | "ceil";

/** (a × b) ÷ divisor, rounded as named. All three are integers; exact also where the product leaves the safe range. */
export function multiplyDivide(a: number, b: number, divisor: number, rounding: Rounding): number {
  assertInteger(a);
  assertInteger(b);
  assertInteger(divisor);
  if (divisor <= 0) throw new RangeError(`Divisor must be positive: ${divisor}`);
  const product = a * b;
  if (Number.isSafeInteger(product)) return divideSafe(product, divisor, rounding);
  const quotient = Number(divideBig(BigInt(a) * BigInt(b), BigInt(divisor), rounding));
  assertInteger(quotient);
  return quotient;
}

/** dividend ÷ divisor of two safe integers, rounded as named. */
export function divide(dividend: number, divisor: number, rounding: Rounding): number {
  return multiplyDivide(dividend, 1, divisor, rounding);
}

/** dividend ÷ divisor of two big integers, rounded as named; the divisor is positive. */
export function divideBig(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  let quotient = dividend / divisor;
  let remainder = dividend % divisor;
  if (remainder < 0n) {
    quotient -= 1n;
    remainder += divisor;
  }
  if (rounding === "floor" || remainder === 0n) return quotient;
  if (rounding === "ceil") return quotient + 1n;
  const twice = remainder * 2n;
  if (twice === divisor) return quotient % 2n === 0n ? quotient : quotient + 1n;
  return twice > divisor ? quotient + 1n : quotient;
}

function divideSafe(dividend: number, divisor: number, rounding: Rounding): number {
  let remainder = dividend % divisor;
  if (remainder < 0) remainder += divisor;
  const quotient = (dividend - remainder) / divisor;
  if (rounding === "floor" || remainder === 0) return quotient;
  if (rounding === "ceil") return quotient + 1;
  const rest = divisor - remainder;
  if (remainder === rest) return quotient % 2 === 0 ? quotient : quotient + 1;
  return remainder > rest ? quotient + 1 : quotient;
}

function assertInteger(value: number) {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a safe integer: ${value}`);
}
