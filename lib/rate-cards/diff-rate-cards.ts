import type { RateCard } from "@/lib/quote/schema";

const FIELDS = [
  "name",
  "lenderName",
  "lenderShortName",
  "lenderType",
  "roundingRule",
  "billingDay",
  "dueDay",
  "overdueDailyRatePpm",
  "earlyPayoffRule",
  "feeRefundRule",
  "fundingShares",
  "minAmountFen",
  "maxAmountFen",
  "source",
  "isSample",
] as const;

type CardField = (typeof FIELDS)[number];

export type CardChange =
  | { kind: "field"; field: CardField; before: RateCard[CardField]; after: RateCard[CardField] }
  | { kind: "fee"; term: number; payer: RateCard["rows"][number]["payer"]; before: number | null; after: number | null };

/** What a newer version says otherwise; its start and its number are not a change of terms. */
export function diffRateCards(before: RateCard, after: RateCard): CardChange[] {
  const changes: CardChange[] = [];
  for (const field of FIELDS) {
    if (before[field] !== after[field]) changes.push({ kind: "field", field, before: before[field], after: after[field] });
  }
  const feeBefore = new Map(before.rows.map((row) => [`${row.term} ${row.payer}`, row.feeBps]));
  const feeAfter = new Map(after.rows.map((row) => [`${row.term} ${row.payer}`, row.feeBps]));
  const rows = new Map([...before.rows, ...after.rows].map((row) => [`${row.term} ${row.payer}`, row]));
  for (const [key, { term, payer }] of [...rows].sort(([, a], [, b]) => a.term - b.term)) {
    const was = feeBefore.get(key) ?? null;
    const is = feeAfter.get(key) ?? null;
    if (was !== is) changes.push({ kind: "fee", term, payer, before: was, after: is });
  }
  return changes;
}
