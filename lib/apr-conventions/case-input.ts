import { isCalendarDate, type CalendarDate } from "@/lib/calendar/calendar-date";
import { addFractions, fraction, type Fraction } from "@/lib/apr/fraction";

/** A published case that cannot be read; `field` says where. */
export class InvalidCase extends Error {
  constructor(
    readonly field: string,
    problem: string,
  ) {
    super(problem);
  }
}

export type Fields = Record<string, unknown>;

export const MAX_FLOWS = 5_000;

const MAX_TEXT = 400;
const MAX_EXPONENT = 100;
const DECIMAL = /^([+-]?)(\d{1,3}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+)(?:[eE]([+-]?\d{1,3}))?$/;
const SPACES_AROUND_SIGNS = /\s*([+\-/])\s*/g;

export function readFields(value: unknown, field: string): Fields {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new InvalidCase(field, "Not an object");
  return { ...value };
}

export function readList(value: unknown, field: string): unknown[] {
  if (!Array.isArray(value)) throw new InvalidCase(field, "Not a list");
  if (value.length === 0 || value.length > MAX_FLOWS) throw new InvalidCase(field, `Takes 1 to ${MAX_FLOWS} entries`);
  return value;
}

/** An exact number: 12, "12.5", "1,234.50", "1e-7", "-52373/4" or a sum of such, as in "1/12+3/365". */
export function readFraction(value: unknown, field: string): Fraction {
  const text = typeof value === "number" ? String(value) : value;
  if (typeof text !== "string" || text.length > MAX_TEXT) throw new InvalidCase(field, "Not a number");
  const compact = text.trim().replace(SPACES_AROUND_SIGNS, "$1");
  const parts = compact.match(/[+-]?(?:[^+\-eE]|[eE][+-]?)+/g) ?? [];
  if (parts.length === 0 || parts.join("") !== compact) throw new InvalidCase(field, "Not a number");
  return parts.map((part) => readQuotient(part, field)).reduce(addFractions);
}

export function readOptionalFraction(value: unknown, field: string): Fraction | undefined {
  return value === undefined || value === null || value === "" ? undefined : readFraction(value, field);
}

export function readCount(value: unknown, field: string, most = MAX_FLOWS): number {
  const count = readFraction(value, field);
  if (count.denominator !== 1n || count.numerator < 1n || count.numerator > BigInt(most)) {
    throw new InvalidCase(field, `Not a whole number from 1 to ${most}`);
  }
  return Number(count.numerator);
}

export function readDate(value: unknown, field: string): CalendarDate {
  const text = typeof value === "string" ? value.slice(0, 10) : "";
  if (!isCalendarDate(text)) throw new InvalidCase(field, "Not a date");
  return text;
}

/** The first of several names that the fields hold: published cases do not agree on names. */
export function firstOf(fields: Fields, ...names: string[]): unknown {
  for (const name of names) {
    if (fields[name] !== undefined && fields[name] !== null) return fields[name];
  }
  return undefined;
}

function readQuotient(text: string, field: string): Fraction {
  const [above, below, ...rest] = text.split("/");
  if (rest.length > 0) throw new InvalidCase(field, "Not a number");
  const numerator = readDecimal(above, field);
  if (below === undefined) return numerator;
  const denominator = readDecimal(below, field);
  if (denominator.numerator === 0n) throw new InvalidCase(field, "Divides by zero");
  return fraction(numerator.numerator * denominator.denominator, numerator.denominator * denominator.numerator);
}

function readDecimal(text: string, field: string): Fraction {
  const match = DECIMAL.exec(text);
  if (!match) throw new InvalidCase(field, "Not a number");
  const [whole, decimals = ""] = match[2].replaceAll(",", "").split(".");
  const exponent = Number(match[3] ?? "0") - decimals.length;
  const digits = BigInt(`${whole}${decimals}`) * (match[1] === "-" ? -1n : 1n);
  if (Math.abs(exponent) > MAX_EXPONENT || whole.length > MAX_EXPONENT) throw new InvalidCase(field, "Out of range");
  return exponent >= 0 ? fraction(digits * 10n ** BigInt(exponent)) : fraction(digits, 10n ** BigInt(-exponent));
}
