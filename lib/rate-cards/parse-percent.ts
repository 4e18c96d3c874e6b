import { divide } from "@/lib/money/divide";

type PercentProblem = "empty" | "not-a-number" | "too-precise";

export type ParsedPercent = { ok: true; value: number } | { ok: false; reason: PercentProblem };

const LENGTH_MAX = 32;

/**
 * Reads a percentage as people type it ("2.3", "2.30%", full-width digits) into whole units of its last allowed decimal:
 * two decimals give basis points, four give parts per million.
 */
export function parsePercent(text: string, decimals: 2 | 4): ParsedPercent {
  if (text.length > LENGTH_MAX) return { ok: false, reason: "not-a-number" };
  const narrow = text.normalize("NFKC").replace(/\s/g, "").replace(/%$/, "");
  if (narrow === "") return { ok: false, reason: "empty" };
  const match = /^(\d{1,9})(?:\.(\d*))?$/.exec(narrow);
  if (!match) return { ok: false, reason: "not-a-number" };
  const significant = (match[2] ?? "").replace(/0+$/, "");
  if (significant.length > decimals) return { ok: false, reason: "too-precise" };
  return { ok: true, value: Number(`${match[1]}${significant.padEnd(decimals, "0")}`) };
}

/**
 * A yearly rate of so many parts per million with two decimals, half to even; with four where two would make it equal to the line
 * that it exceeds, and ">" where it exceeds that line by less than a part per million.
 */
export function rateText(ppm: number, line?: number): string {
  const text = percentText(divide(ppm, 100, "half-even"), 2);
  if (line === undefined || text !== percentText(divide(line, 100, "half-even"), 2)) return text;
  return `${ppm === line ? ">" : ""}${percentText(ppm, 4)}`;
}

/** The other way: 230 with two decimals is "2.30", 500 with four is "0.05"; at least two decimals stand. */
export function percentText(value: number, decimals: 2 | 4): string {
  const digits = String(Math.abs(value)).padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals);
  const shown = fraction.slice(0, 2) + fraction.slice(2).replace(/0+$/, "");
  return `${value < 0 ? "-" : ""}${digits.slice(0, -decimals)}.${shown}`;
}
