/** A rate (a fraction a year) as whole parts per million, half to even. */
export function toPpm(rate: number): number {
  return roundHalfEven(rate * 1e6);
}

/** A rate as a percentage with two decimals, half to even; a rate that is not zero never prints as "0.00". */
export function formatPercent(rate: number): string {
  const hundredths = roundHalfEven(rate * 1e4);
  if (hundredths === 0 && rate !== 0) return rate > 0 ? "<0.01" : ">-0.01";
  const magnitude = Math.abs(hundredths);
  const cents = magnitude % 100;
  const whole = (magnitude - cents) / 100;
  // A double above 2^53 still prints its exact value through BigInt, where String would turn to an exponent.
  const digits = whole < Number.MAX_SAFE_INTEGER ? String(whole) : BigInt(whole).toString();
  return `${hundredths < 0 ? "-" : ""}${digits}.${cents < 10 ? "0" : ""}${cents}`;
}

/** Parts per million as a percentage without trailing zeros: 500 is "0.05". */
export function ppmToPercent(ppm: number): string {
  const digits = String(Math.abs(ppm)).padStart(5, "0");
  const decimals = digits.slice(-4).replace(/0+$/, "");
  return `${ppm < 0 ? "-" : ""}${digits.slice(0, -4)}${decimals === "" ? "" : `.${decimals}`}`;
}

function roundHalfEven(value: number): number {
  const floor = Math.floor(value);
  const rest = value - floor;
  const rounded = rest > 0.5 || (rest === 0.5 && floor % 2 !== 0) ? floor + 1 : floor;
  return rounded === 0 ? 0 : rounded;
}
