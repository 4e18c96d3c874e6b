/** Excel shows fifteen digits and no more; beyond them it has lost what was typed. */
const DIGITS = 15;
const WHOLE_MAX = 10 ** DIGITS;

/** A number as Excel shows it: 19.989999999999998 was typed as 19.99, and an id of sixteen digits is gone, which its exponent says. */
export function shownNumber(stored: string): string {
  const value = Number(stored);
  if (stored.trim() === "" || !Number.isFinite(value)) return stored;
  if (Math.abs(value) < WHOLE_MAX) return String(Number(value.toPrecision(DIGITS)));
  const [mantissa = "", exponent = ""] = value.toExponential(DIGITS - 1).split("e");
  return `${mantissa.replace(/\.?0+$/, "")}E${exponent}`;
}
