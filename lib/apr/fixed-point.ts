/** Real numbers as integers × 2^−256: enough digits to decide what double precision cannot. */
export type Fixed = bigint;

export const FIXED_BITS = 256n;
export const FIXED_ONE: Fixed = 1n << FIXED_BITS;

const HALVINGS = 16n;
const LN_STEPS = 5;
const LN_2_GUARD_BITS = 16n;
const logsOfTwo = new Map<bigint, Fixed>();
const LN_2 = naturalLogOfTwo(FIXED_BITS);

export function fixedMultiply(a: Fixed, b: Fixed, bits = FIXED_BITS): Fixed {
  return (a * b) >> bits;
}

export function fixedDivide(a: Fixed, b: Fixed): Fixed {
  return (a << FIXED_BITS) / b;
}

/** A double is a fraction with a power of two below, so it converts exactly down to 2^−256. */
export function fixedFromNumber(value: number): Fixed {
  let exponent = 0;
  let mantissa = value;
  while (!Number.isInteger(mantissa) && exponent < 256) {
    mantissa *= 2;
    exponent += 1;
  }
  return (BigInt(Math.round(mantissa)) << FIXED_BITS) >> BigInt(exponent);
}

export function fixedToNumber(value: Fixed): number {
  const magnitude = value < 0n ? -value : value;
  const excess = magnitude.toString(2).length - 64;
  const leading = excess > 0 ? magnitude >> BigInt(excess) : magnitude;
  const scaled = Number(leading) * 2 ** Math.max(-1000, (excess > 0 ? excess : 0) - 256);
  return value < 0n ? -scaled : scaled;
}

export function fixedExp(x: Fixed, bits = FIXED_BITS): Fixed {
  const logOfTwo = naturalLogOfTwo(bits);
  const twos = x / logOfTwo;
  const reduced = (x - twos * logOfTwo) >> HALVINGS;
  let term = 1n << bits;
  let sum = term;
  for (let order = 1n; term !== 0n && term !== -1n && order < bits; order++) {
    term = fixedMultiply(term, reduced, bits) / order;
    sum += term;
  }
  for (let round = 0n; round < HALVINGS; round++) sum = fixedMultiply(sum, sum, bits);
  return twos >= 0n ? sum << twos : sum >> -twos;
}

/** The natural logarithm of a positive number, by Halley's method from the double-precision one. */
export function fixedLn(y: Fixed): Fixed {
  if (y <= 0n) throw new RangeError("Only a positive number has a logarithm");
  const bits = BigInt(y.toString(2).length) - FIXED_BITS;
  const scaled = bits >= 0n ? y >> bits : y << -bits;
  let x = fixedFromNumber(Math.log(fixedToNumber(scaled)));
  for (let step = 0; step < LN_STEPS; step++) {
    const power = fixedExp(x);
    x += fixedDivide(2n * (scaled - power), scaled + power);
  }
  return x + bits * LN_2;
}

/** Plain decimal notation with the given number of significant digits, the last one rounded half up. */
export function fixedToDecimal(value: Fixed, significant: number): string {
  const magnitude = value < 0n ? -value : value;
  if (magnitude === 0n) return `0.${"0".repeat(significant)}`;
  let decimals = BigInt(significant) - BigInt((magnitude >> FIXED_BITS).toString().length);
  while (rounded(magnitude, decimals).toString().length < significant && decimals < 70n) decimals += 1n;
  if (decimals < 0n) decimals = 0n;
  if (rounded(magnitude, decimals) === 0n) return fixedToDecimal(0n, significant);
  const digits = rounded(magnitude, decimals).toString().padStart(Number(decimals) + 1, "0");
  const split = digits.length - Number(decimals);
  const text = decimals > 0n ? `${digits.slice(0, split)}.${digits.slice(split)}` : digits;
  return value < 0n ? `-${text}` : text;
}

function rounded(magnitude: bigint, decimals: bigint): bigint {
  const scaled = decimals >= 0n ? magnitude * 10n ** decimals : magnitude / 10n ** -decimals;
  return (scaled + (FIXED_ONE >> 1n)) >> FIXED_BITS;
}

function naturalLogOfTwo(bits: bigint): Fixed {
  const known = logsOfTwo.get(bits);
  if (known !== undefined) return known;
  let sum = 0n;
  for (let order = 1n; order <= bits + LN_2_GUARD_BITS; order++) sum += (1n << (bits + LN_2_GUARD_BITS - order)) / order;
  const logOfTwo = sum >> LN_2_GUARD_BITS;
  logsOfTwo.set(bits, logOfTwo);
  return logOfTwo;
}
